using GoToolchain.Testing;
using GoToolchain.Testing.MSTest;
using Microsoft.VisualStudio.TestTools.UnitTesting;

[assembly: AssemblyFixtureProvider(typeof(GoAssembly))]
[assembly: GoTestsMustRun]

[TestClass]
public class AgentTests
{
    public TestContext TestContext { get; set; } = null!;

    [GoTestMethod]
    public async Task Fact_asks_go()
    {
        var version = await GoAssembly.Toolchain.Command("version").ExecuteBufferedAsync(TestContext.CancellationToken);
        Assert.Contains($"go{GoAssembly.Toolchain.Installation.Version} ", version.StandardOutput);
    }

    [GoTestMethod]
    [DataRow("theory")]
    public async Task Theory_runs_the_agent(string word)
    {
        var files = new Dictionary<string, string> { ["main.go"] = $"package main\n\nfunc main() {{ print(\"{word} done\") }}\n" };
        await using GoWorkspace workspace = await GoAssembly.Toolchain.CreateWorkspaceAsync(
            files,
            new GoWorkspaceOptions { Log = new GoOutputLog(TestContext) },
            TestContext.CancellationToken
        );
        GoRun run = await workspace.RunAsync("run", ".");
        run.EnsureSuccess();
        Assert.AreEqual($"{word} done", run.Output);
    }

    [GoTestMethod, GoVersions("1.22", "1.23")]
    public async Task Matrix_runs_each_version(string version)
    {
        GoTestToolchain matrix = await GoTestToolchain.EnsureAsync(version, new GoOutputLog(TestContext), TestContext.CancellationToken);
        var files = new Dictionary<string, string>
        {
            ["main.go"] = "package main\n\nimport \"runtime\"\n\nfunc main() { print(runtime.Version()) }\n",
        };
        await using GoWorkspace workspace = await matrix.CreateWorkspaceAsync(files);
        GoRun run = await workspace.RunAsync("run", ".");
        Assert.StartsWith($"go{version}.", run.Output);
    }
}
