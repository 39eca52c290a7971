using GoToolchain.Fixtures;
using GoToolchain.MSBuild.Tests.Interop;

namespace GoToolchain.MSBuild.Tests.Bindings;

/// <summary>Bindings in the projects of users, from the package to the running program.</summary>
public sealed class BoundProjectSpecs(PackageFeed feed)
{
    private const string Properties =
        "<AllowUnsafeBlocks>true</AllowUnsafeBlocks><GoSharedLibraryWarning>false</GoSharedLibraryWarning><RootNamespace>RoundTrip</RootNamespace>";

    private const string Item = """<GoSharedLibrary Include="../libround" Bindings="true" RecoverPanics="true" />""";

    private static readonly string s_exe = GoPlatform.Host.ExecutableSuffix;

    [Fact]
    public async Task Whatever_bindings_carry_arrives_as_it_was_sent()
    {
        CalcSolution.SkipWithoutCompiler();
        using var solution = await CreateAsync("""<PackageReference Include="CsCheck" Version="5.0.1" />""");
        solution.Write("App/Program.cs", Fixture("Program.cs"));

        var output = await solution.DotNetAsync("build", "App");

        var line = 1 + Array.IndexOf(Fixture("round.go").Split('\n'), "func round_map(m map[string]int) {}");
        Assert.Contains(
            $"{solution["libround", "round.go"]}({line}): warning GOTC4601: round_map is not bound: ",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("1 Warning(s)", output, StringComparison.Ordinal);
        var said = Solution.Run(Program(solution));
        Assert.All(said.Split('\n'), l => Assert.StartsWith("ok: ", l, StringComparison.Ordinal));
        Assert.Contains("ok: 100 MB", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bindings_are_written_when_Go_changes_seen_by_editors_and_compared_with_the_library()
    {
        CalcSolution.SkipWithoutCompiler();
        using var solution = await CreateAsync();
        solution.Write("App/Program.cs", "System.Console.WriteLine(RoundTrip.Round.OpenCount());");

        // Nobody's project is made unsafe behind their back.
        var unable = await solution.TryDotNetAsync("build", "App", "-p:AllowUnsafeBlocks=false");
        Assert.Contains($"{solution["App", "App.csproj"]} : error GOTC4606: ", unable.Output, StringComparison.Ordinal);
        Assert.Contains("Set AllowUnsafeBlocks to true", unable.Output, StringComparison.Ordinal);

        await solution.DotNetAsync("build", "App", "-p:NoWarn=GOTC4601");
        var file = solution["App", "obj", "Debug", "net10.0", "GoBindings", "Round.g.cs"];
        var first = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var written = File.GetLastWriteTimeUtc(file);
        Assert.Equal("0", Solution.Run(Program(solution)));

        // Nothing has changed: nothing is written, and nothing is warned of again.
        Assert.Contains("0 Warning(s)", await solution.DotNetAsync("build", "App", "--no-restore"), StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(file));

        // What an editor asks.
        string[] design = ["-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true"];
        Assert.Contains(file, await solution.DotNetAsync(["msbuild", "App", .. design, "-getItem:Compile"]), StringComparison.Ordinal);

        // Another export: the library and the bindings go together, and an older library is refused when it is loaded.
        var library = solution["App", "bin", "Debug", "net10.0", "libround.so"];
        File.Copy(library, solution["old.so"]);
        solution.Write(
            "libround/more.go",
            "package main\n\nimport \"C\"\n\n// More is new.\n//\n//export round_more\nfunc round_more() int32 { return 42 }\n"
        );
        solution.Write("App/Program.cs", "System.Console.WriteLine(RoundTrip.Round.More());");
        await solution.DotNetAsync("build", "App", "--no-restore", "-p:NoWarn=GOTC4601");
        Assert.NotEqual(first, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal("42", Solution.Run(Program(solution)));

        File.Copy(solution["old.so"], library, overwrite: true);
        var refused = await DotNetCommand.RunAsync(
            solution["App"],
            [Path.ChangeExtension(Program(solution), ".dll")],
            cancel: TestContext.Current.CancellationToken
        );
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("GOTC4605: The Go library round is not the one", refused.Output, StringComparison.Ordinal);
    }

    private static string Program(Solution solution) => solution["App", "bin", "Debug", "net10.0", "App" + s_exe];

    private static string Fixture(string name) =>
        File.ReadAllText(RepositoryRoot.File("tests", "GoToolchain.MSBuild.Tests", "Bindings", "Round", name));

    private async Task<Solution> CreateAsync(string items = "")
    {
        var solution = new Solution(feed);
        solution.Write("libround/go.mod", "module example.com/libround\n\ngo 1.19\n");
        solution.Write("libround/round.go", Fixture("round.go"));
        solution.WriteApp(
            Item + items,
            await CalcSolution.RootAsync() + Properties + "<Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>"
        );
        return solution;
    }
}
