namespace GoToolchain;

/// <summary>The codes of .NET tests that need a Go.</summary>
public static partial class GoErrorCodes
{
    /// <summary>A warning of the build: the Go of a test project could not be provided. The run of the tests decides what that means.</summary>
    public static GoErrorCode NoGoForTests { get; } = new("GOTC3080", 4, "No Go for the tests");

    /// <summary>A run of a test assembly that must use Go ended without a single test that did.</summary>
    public static GoErrorCode NoGoTestRan { get; } = new("GOTC3081", 1, "No Go test ran");

    private static IReadOnlyList<GoErrorCode> TestFrameworks => [NoGoForTests, NoGoTestRan];
}
