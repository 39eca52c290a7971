namespace GoToolchain.MSBuild.Bindings.Header;

/// <summary>An export.</summary>
/// <param name="Name">What C calls it.</param>
/// <param name="Result">What it returns: of several results a structure <c>NAME_return</c>.</param>
/// <param name="Parameters">What it takes.</param>
internal sealed record CFunction(string Name, CType Result, IReadOnlyList<CParameter> Parameters);
