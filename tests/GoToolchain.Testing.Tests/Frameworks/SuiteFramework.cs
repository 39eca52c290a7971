namespace GoToolchain.Testing.Tests.Frameworks;

/// <summary>What the specifications have to know about a test framework: how it is run, and nothing about how it behaves.</summary>
/// <param name="Name">The directory of its project in <c>Projects</c>.</param>
public sealed record SuiteFramework(string Name)
{
    public static SuiteFramework XunitV3 { get; } = new("XunitV3");

    public static SuiteFramework Xunit { get; } = new("Xunit");

    public static SuiteFramework NUnit { get; } = new("NUnit");

    public static SuiteFramework MSTest { get; } = new("MSTest");

    public static SuiteFramework TUnit { get; } = new("TUnit");

    public static SuiteFramework Named(string name) => new(name);

    /// <summary>A test can attach files to its result.</summary>
    public bool CanAttach => this != Xunit;

    /// <summary>The arguments that have a run leave <c>suite.trx</c> in a directory.</summary>
    public IReadOnlyList<string> Report(TestPlatform platform, string directory) =>
        platform == TestPlatform.VSTest ? ["--results-directory", directory, "--logger", "trx;LogFileName=suite.trx"]
        : this == XunitV3 ? ["--results-directory", directory, "--report-xunit-trx", "--report-xunit-trx-filename", "suite.trx"]
        : ["--results-directory", directory, "--report-trx", "--report-trx-filename", "suite.trx"];

    /// <summary>The arguments that leave out all tests but one.</summary>
    public IReadOnlyList<string> Filter(TestPlatform platform, string method) =>
        platform == TestPlatform.TestingPlatform && this == TUnit ? ["--treenode-filter", $"/*/*/*/{method}"]
        : platform == TestPlatform.TestingPlatform && this == XunitV3 ? ["--filter-method", $"*.{method}"]
        : ["--filter", $"FullyQualifiedName~{method}"];
}
