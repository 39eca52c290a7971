namespace GoToolchain;

/// <summary>A variable of Go, with the value that <c>go env</c> would print, and where it comes from.</summary>
public sealed record GoVariable
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The value; empty when there is none.</summary>
    public required string Value { get; init; }

    /// <summary>Where the value comes from.</summary>
    public required GoVariableOrigin Origin { get; init; }

    /// <summary>The file and line that sets it, <c>FILE:LINE</c>; null for the process and for defaults.</summary>
    public string? Place { get; init; }

    /// <summary>What it is for: a phrase.</summary>
    public required string Meaning { get; init; }

    /// <summary>The first Go that knows it: <c>1.21</c>; <c>1.16</c> stands for all older ones too.</summary>
    public required string Since { get; init; }

    /// <summary>The lines of start-up files that set it, those first that (probably) gave the value that it has now.</summary>
    public IReadOnlyList<StartFileSetting> SetBy { get; init; } = [];

    /// <summary>Values of weaker origin that this one hides, as <c>FILE:LINE: VALUE</c>.</summary>
    public IReadOnlyList<string> Hides { get; init; } = [];
}
