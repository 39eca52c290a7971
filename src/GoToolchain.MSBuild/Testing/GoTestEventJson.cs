using System.Text.Json.Serialization;

namespace GoToolchain.MSBuild.Testing;

[JsonSerializable(typeof(GoTestEvent))]
internal sealed partial class GoTestEventJson : JsonSerializerContext;
