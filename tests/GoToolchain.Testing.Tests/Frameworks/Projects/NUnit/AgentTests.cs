using GoToolchain.Testing;
using GoToolchain.Testing.NUnit;
using NUnit.Framework;

[SetUpFixture]
public sealed class Go : GoSetUpFixture;

public class AgentTests
{
    [Test, RequiresGo]
    public async Task Fact_runs_the_agent() => await RunAsync("fact");

    [RequiresGo]
    [TestCase("theory")]
    public async Task Theory_runs_the_agent(string word) => await RunAsync(word);

    [Test]
    public void Needs_no_Go() => Assert.Pass();

    private static async Task RunAsync(string word)
    {
        var files = new Dictionary<string, string> { ["main.go"] = $"package main\n\nfunc main() {{ print(\"{word} done\") }}\n" };
        await using GoWorkspace workspace = await Go.Toolchain.CreateWorkspaceAsync(files);
        GoRun run = await workspace.RunAsync("run", ".");
        Assert.That(run.Output, Is.EqualTo($"{word} done"));
    }
}
