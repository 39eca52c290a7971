namespace GoToolchain;

/// <summary>What the files of a project say about Go.</summary>
public sealed record GoProject
{
    /// <summary>The wanted version; null when the only file is a <c>gotoolchain.json</c> without one.</summary>
    public GoVersionSpec? Spec { get; init; }

    /// <summary>The file that says so, with its line: <c>/src/go.mod:3</c>.</summary>
    public string? SpecPlace { get; init; }

    /// <summary>The nearest <c>gotoolchain.json</c>: absolute; null when there is none.</summary>
    public string? SettingsFile { get; init; }

    /// <summary>The members of that file: <c>sources</c>, <c>mirror</c>, <c>preference</c>, <c>downloads</c>. Lists are joined with <c>;</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
