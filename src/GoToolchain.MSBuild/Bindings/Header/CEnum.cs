namespace GoToolchain.MSBuild.Bindings.Header;

/// <summary>An enumeration, whose values C keeps in an <c>int</c>.</summary>
/// <param name="Name">As in <see cref="CDeclared"/>.</param>
/// <param name="Members">The names, each with what stands behind its <c>=</c>, or null.</param>
internal sealed record CEnum(string Name, IReadOnlyList<(string Name, string? Value)> Members);
