namespace GoToolchain.MSBuild.Bindings.Header;

/// <summary>A parameter of a C function, or a field of a structure.</summary>
/// <param name="Name">Its name; empty when it has none.</param>
/// <param name="Type">Its type.</param>
internal sealed record CParameter(string Name, CType Type);
