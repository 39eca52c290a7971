namespace GoToolchain;

/// <summary>What the files of a project say about Go. How they are found and which one decides: docs/versions.md.</summary>
public sealed record GoProject
{
    /// <summary>The wanted version; null when the only file is a <c>gotoolchain.json</c> without one.</summary>
    public GoVersionSpec? Spec { get; init; }

    /// <summary>The file that says so, with its line: <c>/src/go.mod:3</c>.</summary>
    public string? SpecPlace { get; init; }

    /// <summary>
    /// What the <c>go</c> line of the module or workspace asks for at least, whichever file decides about <see cref="Spec"/>: an older Go
    /// refuses to build it. Null when there is no such line.
    /// </summary>
    public GoVersion? Minimum { get; init; }

    /// <summary>The place of that <c>go</c> line.</summary>
    public string? MinimumPlace { get; init; }

    /// <summary>The nearest <c>gotoolchain.json</c>: absolute; null when there is none.</summary>
    public string? SettingsFile { get; init; }

    /// <summary>
    /// The lock file: absolute; null when there is none. It is looked for in the nearest directory with a <c>gotoolchain.json</c> or a
    /// <c>gotoolchain.lock.json</c>, and nowhere else: a project with settings of its own is not bound by the lock of one around it.
    /// </summary>
    public string? LockFile { get; init; }

    /// <summary>
    /// The members of that file but <c>version</c>: those of <see cref="GoSettings"/>, as they are written there. Only
    /// <c>sources</c> and <c>mirror</c> can have more than one value.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Settings { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
