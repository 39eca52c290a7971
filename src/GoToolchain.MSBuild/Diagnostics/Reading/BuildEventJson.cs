using System.Text.Json.Serialization;

namespace GoToolchain.MSBuild.Diagnostics.Reading;

[JsonSerializable(typeof(BuildEvent))]
internal sealed partial class BuildEventJson : JsonSerializerContext;
