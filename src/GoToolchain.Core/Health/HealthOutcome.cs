namespace GoToolchain;

/// <summary>How a check ended.</summary>
public enum HealthOutcome
{
    /// <summary>As it should be.</summary>
    Passed,

    /// <summary>It works, but something will surprise somebody: no error among the findings, only warnings.</summary>
    Warning,

    /// <summary>Something is wrong.</summary>
    Failed,

    /// <summary>Not done, for a check that it builds on has failed.</summary>
    Blocked,

    /// <summary>Not done, for it makes no sense here: no C compiler for the cgo program, no manifest to compare with.</summary>
    NotApplicable,
}
