using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Health.Running;

/// <summary>What a user's settings break, while the tree is healthy: the finding names the setting and where it stands.</summary>
public sealed class UserEnvironmentTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("1.19", "GOFLAGS", "-toolexec=/nowhere/wrapper", "GOTC6205", "/nowhere/wrapper")]
    [InlineData("1.23", "GOFLAGS", "-toolexec=/nowhere/wrapper", "GOTC6205", "/nowhere/wrapper")]
    [InlineData("1.23", "GOFLAGS", "-nosuch", "GOTC6204", "unknown flag -nosuch")]
    [InlineData("1.23", "GOFLAGS", "-gcflags=-nosuch", "GOTC6204", "-nosuch")]
    [InlineData("1.23", "GOTOOLCHAIN", "nonsense", "GOTC6206", "invalid GOTOOLCHAIN")]
    [InlineData("1.23", "GO111MODULE", "off", "GOTC6408", "GO111MODULE=off")]
    [InlineData("1.19", "GO111MODULE", "perhaps", "GOTC6408", "unknown environment setting")]
    [InlineData("1.23", "GOWORK", "/nowhere/go.work", "GOTC6408", "/nowhere/go.work")]
    [InlineData("1.23", "GOOS", "windoze", "GOTC6210", "unsupported GOOS/GOARCH")]
    [InlineData("1.23", "GOCACHE", "/dev/null/cache", "GOTC6303", "/dev/null/cache")]
    [InlineData("1.23", "GOTMPDIR", "/nowhere/tmp", "GOTC6303", "/nowhere/tmp")]
    [InlineData("1.23", "GOEXPERIMENT", "nosuch", "GOTC6210", "nosuch")]
    public async Task A_variable_that_breaks_builds_is_named(string version, string name, string value, string code, string cause)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The paths are those of Unix.");
        var finding = await FindAsync(version, new() { [name] = value });

        Assert.Equal(code, finding.Code.Id);
        Assert.Equal(name, finding.Place);
        Assert.Contains($"{name}={value} in the environment", finding.Cause, StringComparison.Ordinal);
        Assert.Contains(cause, finding.Cause, StringComparison.Ordinal);
        Assert.Equal(HealthSeverity.Error, finding.Severity);
    }

    [Fact]
    public async Task GOROOT_of_another_tree_is_named_as_the_cause_of_mixed_versions()
    {
        var other = await TestGo.EnsureAsync("1.19");

        var finding = await FindAsync("1.23", new() { ["GOROOT"] = other.Root });

        Assert.Equal(GoErrorCodes.RootVariableForeign, finding.Code);
        Assert.Equal("GOROOT", finding.Place);
    }

    [Fact]
    public async Task Builds_for_another_system_are_named()
    {
        var foreign = GoPlatform.Host.Os == "windows" ? "linux" : "windows";

        var finding = await FindAsync("1.23", new() { ["GOOS"] = foreign });

        Assert.Equal(GoErrorCodes.ForeignTarget, finding.Code);
        Assert.Contains($"GOOS={foreign}", finding.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_line_of_the_go_env_file_that_breaks_builds_is_named()
    {
        var file = _scratch.CreateFile("env", "GOPRIVATE=example.com\nGOFLAGS=-nosuch\nGONOSUMDB=example.com\n");

        var finding = await FindAsync("1.23", new() { ["GOENV"] = file });

        Assert.Equal(GoErrorCodes.InvalidFlags, finding.Code);
        Assert.Equal($"{file}:2", finding.Place);
        Assert.Contains("go env -u GOFLAGS", finding.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_toolchain_that_would_have_to_be_downloaded_is_a_warning_and_nothing_is_downloaded()
    {
        var finding = await FindAsync("1.23", new() { ["GOTOOLCHAIN"] = "go1.99.9" });

        Assert.Equal(GoErrorCodes.InvalidToolchainVariable, finding.Code);
        Assert.Equal(HealthSeverity.Warning, finding.Severity);
    }

    [Fact]
    public async Task A_module_cache_that_cannot_be_written_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The path is one of Unix.");
        var file = _scratch.CreateFile("file");

        var finding = await FindAsync("1.23", new() { ["GOMODCACHE"] = Path.Combine(file, "mod") });

        Assert.Equal(GoErrorCodes.PlaceNotWritable, finding.Code);
        Assert.Contains(file, finding.Cause, StringComparison.Ordinal);
    }

    private static async Task<HealthFinding> FindAsync(string version, Dictionary<string, string?> variables)
    {
        var go = await TestGo.EnsureAsync(version);
        var report = await new RunningCase
        {
            Root = go.Root,
            Variables = variables,
            Only = ["run.module-cache"],
        }.RunAsync();
        return Assert.Single(report.Findings);
    }
}
