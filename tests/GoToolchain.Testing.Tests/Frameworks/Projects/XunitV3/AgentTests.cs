using GoToolchain.Testing;
using GoToolchain.Testing.Xunit;
using Xunit;

[assembly: AssemblyFixture(typeof(GoToolchainFixture))]
[assembly: GoTestsMustRun]

public class AgentTests(GoToolchainFixture go)
{
    [GoFact]
    public async Task Fact_asks_go()
    {
        var version = await go.Toolchain.Command("version").ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"go{go.Toolchain.Installation.Version} ", version.StandardOutput);
    }

    [GoTheory]
    [InlineData("theory")]
    public async Task Theory_runs_the_agent(string word)
    {
        var files = new Dictionary<string, string> { ["main.go"] = $"package main\n\nfunc main() {{ print(\"{word} done\") }}\n" };
        await using GoWorkspace workspace = await go.Toolchain.CreateWorkspaceAsync(
            files,
            new GoWorkspaceOptions { Log = new GoOutputLog() },
            TestContext.Current.CancellationToken
        );
        GoRun run = await workspace.RunAsync("run", ".");
        run.EnsureSuccess();
        Assert.Equal($"{word} done", run.Output);
    }

    [GoTheory, GoVersions("1.22", "1.23")]
    public async Task Matrix_runs_each_version(string version)
    {
        GoTestToolchain matrix = await GoTestToolchain.EnsureAsync(version, new GoOutputLog(), TestContext.Current.CancellationToken);
        var files = new Dictionary<string, string>
        {
            ["main.go"] = "package main\n\nimport \"runtime\"\n\nfunc main() { print(runtime.Version()) }\n",
        };
        await using GoWorkspace workspace = await matrix.CreateWorkspaceAsync(files);
        GoRun run = await workspace.RunAsync("run", ".");
        Assert.StartsWith($"go{version}.", run.Output);
    }
}
