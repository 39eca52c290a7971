using System.Text.Json.Serialization;

namespace GoToolchain.Tool.Output.Json;

[JsonSerializable(typeof(ContentDocument))]
[JsonSerializable(typeof(EnvExplainDocument))]
[JsonSerializable(typeof(EnvPlacesDocument))]
[JsonSerializable(typeof(ErrorDocument))]
[JsonSerializable(typeof(InspectDocument))]
[JsonSerializable(typeof(InstallationDocument))]
[JsonSerializable(typeof(ListDocument))]
[JsonSerializable(typeof(LinkDocument))]
[JsonSerializable(typeof(LockDocument))]
[JsonSerializable(typeof(PackDocument))]
[JsonSerializable(typeof(PruneDocument))]
[JsonSerializable(typeof(ReleasesDocument))]
[JsonSerializable(typeof(SnapshotCreateDocument))]
[JsonSerializable(typeof(SnapshotDrillDocument))]
[JsonSerializable(typeof(SnapshotListDocument))]
[JsonSerializable(typeof(SnapshotPruneDocument))]
[JsonSerializable(typeof(SnapshotRestoreDocument))]
[JsonSerializable(typeof(RecoveryDocument))]
[JsonSerializable(typeof(RepairDocument))]
[JsonSerializable(typeof(UninstallDocument))]
[JsonSerializable(typeof(VerifyDocument))]
[JsonSerializable(typeof(WatchEventDocument))]
[JsonSerializable(typeof(WatchUnitDocument))]
internal sealed partial class ToolJson : JsonSerializerContext;
