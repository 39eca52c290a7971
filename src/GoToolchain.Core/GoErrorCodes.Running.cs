namespace GoToolchain;

/// <summary>The codes of what a build runs besides the compiler: tools, generators and tests.</summary>
public static partial class GoErrorCodes
{
    /// <summary>A <c>GoTool</c> of a module has no version, or one that may mean something else tomorrow (<c>latest</c>, a branch).</summary>
    public static GoErrorCode ToolNotPinned { get; } = new("GOTC3030", 1, "Tool without a fixed version");

    /// <summary>No module proxy knows the module, the version or the package of a <c>GoTool</c>.</summary>
    public static GoErrorCode ToolNotFound { get; } = new("GOTC3031", 1, "Tool or version does not exist");

    /// <summary>The module of a <c>GoTool</c> is not on this machine, and the module proxy cannot be reached or may not be asked.</summary>
    public static GoErrorCode ToolNotObtained { get; } = new("GOTC3032", 4, "Module of a tool cannot be had");

    /// <summary>The module of a <c>GoTool</c> is not the one that the checksum database knows, or the database cannot be asked.</summary>
    public static GoErrorCode ToolNotVerified { get; } = new("GOTC3033", 5, "Module of a tool not verified");

    /// <summary><c>go install</c> of a <c>GoTool</c> failed for another reason.</summary>
    public static GoErrorCode ToolNotInstalled { get; } = new("GOTC3034", 1, "Tool not installed");

    /// <summary>A command of a <c>//go:generate</c> line failed.</summary>
    public static GoErrorCode GeneratorFailed { get; } = new("GOTC3035", 1, "Generator failed");

    /// <summary><c>go generate</c> ran, and a file that it should have made is not there.</summary>
    public static GoErrorCode OutputNotGenerated { get; } = new("GOTC3036", 1, "Generated file missing");

    /// <summary>A Go test failed.</summary>
    public static GoErrorCode TestFailed { get; } = new("GOTC3040", 1, "Go test failed");

    /// <summary>A Go test, or code that it started, panicked.</summary>
    public static GoErrorCode TestPanicked { get; } = new("GOTC3041", 1, "Go test panicked");

    /// <summary>The tests of a Go package did not end in the time that they have.</summary>
    public static GoErrorCode TestTimedOut { get; } = new("GOTC3042", 1, "Go tests timed out");

    /// <summary>The test program of a Go package ended with an error and without the results of all its tests.</summary>
    public static GoErrorCode TestsWithoutResult { get; } = new("GOTC3043", 1, "Go tests without result");

    private static IReadOnlyList<GoErrorCode> Running =>
        [
            ToolNotPinned,
            ToolNotFound,
            ToolNotObtained,
            ToolNotVerified,
            ToolNotInstalled,
            GeneratorFailed,
            OutputNotGenerated,
            TestFailed,
            TestPanicked,
            TestTimedOut,
            TestsWithoutResult,
        ];
}
