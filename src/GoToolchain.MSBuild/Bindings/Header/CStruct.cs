namespace GoToolchain.MSBuild.Bindings.Header;

/// <summary>A structure.</summary>
/// <param name="Name">As in <see cref="CDeclared"/>.</param>
/// <param name="Fields">In the order of their memory; null when there is something that .NET cannot have: a union, a field of bits, an unknown type.</param>
internal sealed record CStruct(string Name, IReadOnlyList<CParameter>? Fields);
