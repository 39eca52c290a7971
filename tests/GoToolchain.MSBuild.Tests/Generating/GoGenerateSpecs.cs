namespace GoToolchain.MSBuild.Tests.Generating;

public sealed class GoGenerateSpecs(PackageFeed feed)
{
    private const string Item = """
        <GoSidecar Include="../agent" />
        <GoTool Include="../words" />
        <GoGenerate Include="../agent" Inputs="../agent/*.txt" Outputs="../agent/zz_word.go" />
        """;

    [Fact]
    public async Task What_is_generated_is_there_before_Go_is_compiled_and_is_made_again_only_when_its_inputs_change()
    {
        using var solution = new Solution(feed);
        WriteModules(solution);
        solution.WriteApp(Item, "<UseAppHost>false</UseAppHost>", "net10.0;net8.0");
        var agent = solution["App", "bin", "Debug", "net10.0", "agent" + GoPlatform.Host.ExecutableSuffix];

        await solution.DotNetAsync("build", "App", "-m:2");
        Assert.Equal("first", Solution.Run(agent));
        Assert.Equal(["run"], Runs(solution));

        // Neither for nothing, nor for a Go file without a generate line, nor for a file that only looks like an input.
        solution.Write("agent/other.go", "package main\n\nvar other = 1\n");
        solution.Write("agent/sub/word.txt", "no");
        await solution.DotNetAsync("build", "App", "--no-restore");
        Assert.Equal(["run"], Runs(solution));

        solution.Write("agent/word.txt", "second");
        await solution.DotNetAsync("build", "App", "--no-restore", "-f", "net10.0");
        Assert.Equal("second", Solution.Run(agent));
        Assert.Equal(["run", "run"], Runs(solution));

        File.Delete(solution["agent", "zz_word.go"]);
        await solution.DotNetAsync("msbuild", "App", "-t:GoGenerate");
        Assert.Equal(3, Runs(solution).Length);
        var question = await solution.TryDotNetAsync("msbuild", "App", "-t:GoGenerate", "-question");
        Assert.True(question.ExitCode == 0, question.Output);
    }

    [Fact]
    public async Task A_generator_that_fails_is_an_error_at_its_line_with_what_it_printed()
    {
        using var solution = new Solution(feed);
        WriteModules(solution);
        solution.WriteApp(Item);
        File.Delete(solution["agent", "word.txt"]);
        solution.Write("agent/deep/deep.go", "package deep\n\n//go:generate no-such-generator -x\n");

        var run = await solution.TryDotNetAsync("build", "App");
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(
            $"{solution["agent", "main.go"]}(3): go generate error GOTC3035: running \"words\": exit status 2",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("  words: open word.txt:", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"{solution["agent", "deep", "deep.go"]}(3): go generate error GOTC3035: running \"no-such-generator\"",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("Declare it as a GoTool", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 Error(s)", run.Output, StringComparison.Ordinal);

        Directory.Delete(solution["agent", "deep"], recursive: true);
        solution.Write("agent/word.txt", "first");
        solution.WriteApp(Item.Replace("zz_word.go", "zz_other.go", StringComparison.Ordinal));
        run = await solution.TryDotNetAsync("build", "App", "--no-restore");
        Assert.Contains(
            $"App.csproj : error GOTC3036: go generate in {solution["agent"]} ran without an error, but there is no ",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("zz_other.go", run.Output, StringComparison.Ordinal);
    }

    private static string[] Runs(Solution solution) => File.ReadAllLines(solution["runs"]);

    // A generator that is itself built by the build, and leaves a line for each of its runs.
    private static void WriteModules(Solution solution)
    {
        solution.WriteAgent();
        solution.Write("agent/main.go", "package main\n\n//go:generate words zz_word.go\n\nfunc main() {\n\tprintln(word)\n}\n");
        solution.Write("agent/word.txt", "first");
        solution.Write("words/go.mod", "module example.com/words\n\ngo 1.19\n");
        solution.Write(
            "words/main.go",
            """
            package main

            import "os"

            func check(err error) {
            	if err != nil {
            		println("words: " + err.Error())
            		os.Exit(2)
            	}
            }

            func main() {
            	word, err := os.ReadFile("word.txt")
            	check(err)
            	check(os.WriteFile(os.Args[1], []byte("package main\n\nconst word = \""+string(word)+"\"\n"), 0o644))
            	runs, err := os.OpenFile("../runs", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
            	check(err)
            	_, err = runs.WriteString("run\n")
            	check(err)
            	check(runs.Close())
            }
            """
        );
    }
}
