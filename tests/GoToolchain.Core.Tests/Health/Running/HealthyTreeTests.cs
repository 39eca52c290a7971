using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Health.Running;

public sealed class HealthyTreeTests
{
    [Theory]
    [InlineData("1.19")]
    [InlineData("1.23")]
    public async Task On_a_healthy_tree_everything_runs_and_nothing_is_found(string version)
    {
        var go = await TestGo.EnsureAsync(version);

        var report = await new RunningCase { Root = go.Root }.RunAsync();

        Assert.Empty(report.Findings.Select(f => $"{f.Code} {f.Cause}"));
        Assert.DoesNotContain(report.Checks, c => c.Outcome is HealthOutcome.Blocked or HealthOutcome.Failed);
        var program = report.Checks.Single(c => c.Id == "run.program");
        Assert.Contains($"\"version\":\"go{go.Version}\"", program.Found, StringComparison.Ordinal);
        var compilers = report.Checks.Single(c => c.Id == "run.compilers");
        Assert.Contains($"compile go{go.Version}", compilers.Found, StringComparison.Ordinal);
    }
}
