namespace GoToolchain;

/// <summary>How the block of start-up files is written or taken out.</summary>
public sealed record ShellBlockOptions
{
    /// <summary>
    /// The shells; null: to write, that of <c>$SHELL</c> and every other one of which this user has a start-up file; to take out, all.
    /// </summary>
    public IReadOnlyCollection<GoShell>? Shells { get; init; }

    /// <summary>The Go to put on PATH; null: the one to which a stable link leads, else what <c>where</c> gives.</summary>
    public string? Spec { get; init; }

    /// <summary>Only say what would be done.</summary>
    public bool DryRun { get; init; }

    /// <summary>Also replace, or take out, a block that somebody has edited; a copy of the file stays.</summary>
    public bool Force { get; init; }
}
