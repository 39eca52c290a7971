using GoToolchain.Testing;
using GoToolchain.Testing.Xunit;
using Xunit;

[assembly: AssemblyFixture(typeof(GoToolchainFixture))]

public class AgentTests(GoToolchainFixture go)
{
    [GoFact]
    public async Task Fact_runs_the_agent() => await RunAsync("fact");

    [GoTheory]
    [InlineData("theory")]
    public async Task Theory_runs_the_agent(string word) => await RunAsync(word);

    [Fact]
    public void Needs_no_Go() => Assert.NotNull(go);

    private async Task RunAsync(string word)
    {
        var files = new Dictionary<string, string> { ["main.go"] = $"package main\n\nfunc main() {{ print(\"{word} done\") }}\n" };
        await using GoWorkspace workspace = await go.Toolchain.CreateWorkspaceAsync(files);
        GoRun run = await workspace.RunAsync("run", ".");
        Assert.Equal($"{word} done", run.Output);
    }
}
