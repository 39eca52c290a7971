using GoToolchain.Fixtures;

namespace GoToolchain.MSBuild.Tests;

/// <summary>When nothing has changed, not even the small project of an item is started; whatever might matter starts it.</summary>
public sealed class CurrentRecordSpecs(PackageFeed feed)
{
    private static readonly string s_agent = "agent" + GoPlatform.Host.ExecutableSuffix;

    [Fact]
    public async Task Nothing_is_looked_for_unless_something_that_decides_has_changed()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.WriteApp();
        await solution.DotNetAsync("build", "App");

        Assert.False(await IsStartedAsync(solution), "nothing has changed");

        solution.Variables["COLUMNS"] = "97";
        Assert.False(await IsStartedAsync(solution), "another terminal");

        solution.Variables["GOTC_STORE"] = solution["other-store"];
        Assert.True(await IsStartedAsync(solution), "the environment names another store");
        Assert.False(await IsStartedAsync(solution), "it still names that store");

        solution.Write("gotoolchain.json", "{}");
        Assert.True(await IsStartedAsync(solution), "a file that may name a version appeared above the Go code");
        Assert.False(await IsStartedAsync(solution), "it is still there");

        solution.WriteAgent("second");
        Assert.True(await IsStartedAsync(solution), "a Go file was edited");
        Assert.False(await IsStartedAsync(solution), "it was built");

        File.Delete(Assert.Single(solution.InIntermediate("agent.inputs")));
        Assert.True(await IsStartedAsync(solution), "the record of the build is gone");
    }

    [Fact]
    public async Task A_target_that_writes_Go_code_before_it_is_built_is_heard()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.Write("word.txt", "one");
        solution.WriteApp(
            more: """
            <Target Name="WriteGoCode" BeforeTargets="BuildGoSidecars">
              <WriteLinesToFile
                File="../agent/word.go"
                Lines="package main;func init() { word = &quot;$([System.IO.File]::ReadAllText('../word.txt'))&quot; }"
                Overwrite="true"
                WriteOnlyWhenDifferent="true"
              />
            </Target>
            """
        );
        await solution.DotNetAsync("build", "App");
        await solution.DotNetAsync("build", "App");

        solution.Write("word.txt", "two");
        await solution.DotNetAsync("build", "App");

        Assert.Equal("two", Solution.Run(solution["App", "bin", "Debug", "net10.0", s_agent]));
    }

    private static async Task<bool> IsStartedAsync(Solution solution)
    {
        var log = await solution.DotNetAsync("msbuild", "App", "-t:BuildGoSidecars", "-v:n");
        Assert.Contains("BuildGoSidecars", log, StringComparison.Ordinal);
        return log.Contains("agent.proj", StringComparison.Ordinal);
    }
}
