namespace GoToolchain.MSBuild.Testing;

/// <summary>How a test ended.</summary>
internal enum TestOutcome
{
    /// <summary>It began and has no result: something ended the test program before.</summary>
    Unfinished,
    Passed,
    Failed,
    Skipped,
}
