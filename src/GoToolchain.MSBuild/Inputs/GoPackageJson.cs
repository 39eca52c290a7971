using System.Text.Json.Serialization;

namespace GoToolchain.MSBuild.Inputs;

[JsonSerializable(typeof(GoPackage))]
internal sealed partial class GoPackageJson : JsonSerializerContext;
