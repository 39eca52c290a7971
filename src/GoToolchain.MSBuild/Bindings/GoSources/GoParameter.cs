namespace GoToolchain.MSBuild.Bindings.GoSources;

/// <summary>A parameter or result of a Go function.</summary>
/// <param name="Name">Its name; empty when it has none, or <c>_</c>.</param>
/// <param name="Type">Its type without spaces: <c>[]C.calc_sample</c>.</param>
internal sealed record GoParameter(string Name, string Type);
