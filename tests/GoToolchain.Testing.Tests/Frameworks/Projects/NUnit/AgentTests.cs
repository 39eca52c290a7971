using GoToolchain.Testing;
using GoToolchain.Testing.NUnit;
using NUnit.Framework;

[assembly: GoTestsMustRun]

[SetUpFixture]
public sealed class Go : GoSetUpFixture;

public class AgentTests
{
    [Test, RequiresGo]
    public async Task Fact_asks_go()
    {
        var version = await Go.Toolchain.Command("version").ExecuteBufferedAsync();
        Assert.That(version.StandardOutput, Does.Contain($"go{Go.Toolchain.Installation.Version} "));
    }

    [RequiresGo]
    [TestCase("theory")]
    public async Task Theory_runs_the_agent(string word)
    {
        var files = new Dictionary<string, string> { ["main.go"] = $"package main\n\nfunc main() {{ print(\"{word} done\") }}\n" };
        await using GoWorkspace workspace = await Go.Toolchain.CreateWorkspaceAsync(
            files,
            new GoWorkspaceOptions { Log = new GoOutputLog() }
        );
        GoRun run = await workspace.RunAsync("run", ".");
        run.EnsureSuccess();
        Assert.That(run.Output, Is.EqualTo($"{word} done"));
    }

    [Test, RequiresGo]
    public async Task Matrix_runs_each_version([GoVersions("1.22", "1.23")] string version)
    {
        GoTestToolchain matrix = await GoTestToolchain.EnsureAsync(version, new GoOutputLog());
        var files = new Dictionary<string, string>
        {
            ["main.go"] = "package main\n\nimport \"runtime\"\n\nfunc main() { print(runtime.Version()) }\n",
        };
        await using GoWorkspace workspace = await matrix.CreateWorkspaceAsync(files);
        GoRun run = await workspace.RunAsync("run", ".");
        Assert.That(run.Output, Does.StartWith($"go{version}."));
    }
}
