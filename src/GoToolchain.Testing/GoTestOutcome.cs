namespace GoToolchain.Testing;

/// <summary>How a Go test ended.</summary>
public enum GoTestOutcome
{
    /// <summary>It began and has no result: a panic, a time-out or <c>os.Exit</c> ended the test program before.</summary>
    Unfinished,

    /// <summary>It passed.</summary>
    Passed,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It was skipped (<c>t.Skip</c>), or its package has no tests.</summary>
    Skipped,
}
