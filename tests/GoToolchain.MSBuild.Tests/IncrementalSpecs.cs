namespace GoToolchain.MSBuild.Tests;

public sealed class IncrementalSpecs(PackageFeed feed)
{
    [Fact]
    public async Task No_go_process_runs_unless_something_has_changed()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.Write("agent/lib/lib.go", "package lib\n\nconst Name = \"lib\"\n");
        solution.Write(
            "agent/embedded.go",
            "package main\n\nimport (\n\t\"embed\"\n\t\"example.com/agent/lib\"\n)\n\n//go:embed data\nvar data embed.FS\n\nconst name = lib.Name\n"
        );
        solution.Write("agent/data/one.txt", "1");
        solution.WriteApp();
        await solution.DotNetAsync("build", "App");

        Assert.False(await GoRunsAsync(solution), "nothing has changed");

        solution.Write("agent/lib/lib.go", "package lib\n\nconst Name = \"LIB\"\n");
        Assert.True(await GoRunsAsync(solution), "a file of a package that is imported was edited");

        solution.Write("agent/added.go", "package main\n");
        Assert.True(await GoRunsAsync(solution), "a file was added");

        solution.Write("agent/data/one.txt", "2");
        Assert.True(await GoRunsAsync(solution), "an embedded file was edited");

        solution.Write("agent/data/deep/two.txt", "2");
        Assert.True(await GoRunsAsync(solution), "a file was added to an embedded directory");

        solution.Write("agent/go.mod", "module example.com/agent\n\ngo 1.18\n");
        Assert.True(await GoRunsAsync(solution), "go.mod was edited");

        solution.Write("go.work", "go 1.18\n\nuse ./agent\n");
        Assert.True(await GoRunsAsync(solution), "a go.work appeared above");

        File.Delete(Assert.Single(solution.InIntermediate("agent" + GoPlatform.Host.ExecutableSuffix)));
        Assert.True(await GoRunsAsync(solution), "the executable is gone");

        solution.WriteApp("""<GoSidecar Include="../agent" Tags="debug" />""");
        Assert.True(await GoRunsAsync(solution), "a tag was set");

        solution.Write("agent/lib/lib_test.go", "package lib\n");
        Assert.False(await GoRunsAsync(solution), "only a test was added");
    }

    [Fact]
    public async Task A_failed_build_is_tried_again_even_when_the_source_is_as_it_was()
    {
        using var solution = new Solution(feed);
        solution.WriteAgent();
        solution.WriteApp();
        await solution.DotNetAsync("build", "App");
        var source = solution["agent", "main.go"];
        var written = File.GetLastWriteTimeUtc(source);
        var good = await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken);

        solution.Write("agent/main.go", "package main\n\nfunc main() { undefined() }\n");
        Assert.NotEqual(0, (await solution.TryDotNetAsync("build", "App", "--no-restore")).ExitCode);

        solution.Write("agent/main.go", good);
        File.SetLastWriteTimeUtc(source, written);
        Assert.True(await GoRunsAsync(solution), "the last build failed");
    }

    /// <summary>Builds with an empty build cache, always the same one. Whatever <c>go</c> does with packages, it creates the cache first.</summary>
    private static async Task<bool> GoRunsAsync(Solution solution)
    {
        var cache = solution["cache"];
        if (Directory.Exists(cache))
        {
            Directory.Delete(cache, recursive: true);
        }

        solution.Variables["GOCACHE"] = cache;
        await solution.DotNetAsync("msbuild", "App", "-t:BuildGoSidecars");
        return Directory.Exists(cache);
    }
}
