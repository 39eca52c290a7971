namespace GoToolchain.Testing;

/// <summary>Whether a workspace stays on disk after its test, for a look at it.</summary>
public enum GoWorkspaceKeep
{
    /// <summary>
    /// When the test has failed: the log says so (<see cref="IGoTestLog.TestFailed"/>), <see cref="GoRun.EnsureSuccess"/> of one of its runs has
    /// thrown, or the test has called <see cref="GoWorkspace.Keep"/>.
    /// </summary>
    OnFailure,

    /// <summary>Never.</summary>
    Never,

    /// <summary>Always.</summary>
    Always,
}
