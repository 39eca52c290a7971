namespace GoToolchain.Testing;

/// <summary>How a Go library is built and loaded.</summary>
public sealed record GoTestLibraryOptions
{
    /// <summary>The <c>package main</c> with the exports, as <c>go build</c> takes it. Default: the directory itself.</summary>
    public string Package { get; init; } = ".";

    /// <summary>More flags for <c>go build</c>.</summary>
    public IReadOnlyList<string> BuildFlags { get; init; } = [];

    /// <summary>Environment variables of the build, for example <c>CC</c>; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>();

    /// <summary>
    /// Loads it also when the process has another Go library already. Each brings a Go runtime of its own, and they take the signals from one another
    /// (<c>docs/errors/GOTC4021.md</c>). Default: false.
    /// </summary>
    public bool AllowSecond { get; init; }
}
