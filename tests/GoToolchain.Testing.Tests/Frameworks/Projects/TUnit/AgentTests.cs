using GoToolchain.Testing;
using GoToolchain.Testing.TUnit;

[assembly: GoTestsMustRun]

[ClassDataSource<GoToolchainFixture>(Shared = SharedType.PerTestSession)]
public class AgentTests(GoToolchainFixture go)
{
    [Test, RequiresGo]
    public async Task Fact_asks_go()
    {
        var version = await go.Toolchain.Command("version").ExecuteBufferedAsync();
        await Assert.That(version.StandardOutput).Contains($"go{go.Toolchain.Installation.Version} ");
    }

    [Test, RequiresGo]
    [Arguments("theory")]
    public async Task Theory_runs_the_agent(string word)
    {
        var files = new Dictionary<string, string> { ["main.go"] = $"package main\n\nfunc main() {{ print(\"{word} done\") }}\n" };
        await using GoWorkspace workspace = await go.Toolchain.CreateWorkspaceAsync(
            files,
            new GoWorkspaceOptions { Log = new GoOutputLog() }
        );
        GoRun run = await workspace.RunAsync("run", ".");
        run.EnsureSuccess();
        await Assert.That(run.Output).IsEqualTo($"{word} done");
    }

    [Test, RequiresGo, GoVersions("1.22", "1.23")]
    public async Task Matrix_runs_each_version(string version)
    {
        GoTestToolchain matrix = await GoTestToolchain.EnsureAsync(version, new GoOutputLog());
        var files = new Dictionary<string, string>
        {
            ["main.go"] = "package main\n\nimport \"runtime\"\n\nfunc main() { print(runtime.Version()) }\n",
        };
        await using GoWorkspace workspace = await matrix.CreateWorkspaceAsync(files);
        GoRun run = await workspace.RunAsync("run", ".");
        await Assert.That(run.Output).StartsWith($"go{version}.");
    }
}
