namespace GoToolchain.MSBuild.Bindings.GoSources;

/// <summary>A function with an export comment, as its source has it.</summary>
/// <param name="Name">What C calls it: the name in the export comment.</param>
/// <param name="File">Where it is: absolute.</param>
/// <param name="Line">The line of <c>func</c>, from 1.</param>
internal sealed record GoExport(string Name, string File, int Line)
{
    /// <summary>The comment above it without the marks and directives, a line each.</summary>
    public IReadOnlyList<string> Documentation { get; init; } = [];

    public IReadOnlyList<GoDirective> Directives { get; init; } = [];

    /// <summary>As C sees them: a receiver is the first.</summary>
    public IReadOnlyList<GoParameter> Parameters { get; init; } = [];

    public IReadOnlyList<GoParameter> Results { get; init; } = [];

    /// <summary>Where in the file the results begin, after the parameters, and where the body does, at its brace.</summary>
    public (int Results, int Body) Offsets { get; init; }

    /// <summary>Everything that callers have to agree on, in one line.</summary>
    public string Signature =>
        $"{Name}({string.Join(',', Parameters.Select(p => p.Type))})({string.Join(',', Results.Select(r => r.Type))})";
}
