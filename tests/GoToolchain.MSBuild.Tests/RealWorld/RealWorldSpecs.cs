using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Fixtures;

namespace GoToolchain.MSBuild.Tests.RealWorld;

/// <summary>
/// Programs that were not written for these tests, with the modules that they depend on in vendor directories, all in one project.
/// </summary>
public sealed partial class RealWorldSpecs(PackageFeed feed)
{
    private const string App = """
        System.Console.Write(System.Runtime.InteropServices.NativeLibrary.Load(args[0]) == 0 ? "nothing" : "loaded");
        """;

    [Fact]
    public async Task Programs_of_others_with_vendored_modules_are_built_as_sidecars_and_as_shared_libraries()
    {
        var cancel = TestContext.Current.CancellationToken;
        var sources = await DistributionGoSources.EnsureAsync(cancel);
        Assert.SkipWhen(sources.Directory is null, sources.Reason);
        var hasCompiler = TestGo.Host.FindOnPath("gcc") is not null;
        string[] kinds = hasCompiler ? ["GoSidecar", "GoSharedLibrary"] : ["GoSidecar"];
        var programs = RealProgram.All(sources.Directory!, hasCompiler);
        using var solution = new Solution(feed);
        var modules = programs
            .DistinctBy(p => p.Module)
            .ToDictionary(p => p.Module, p => VendoredModule.Copy(sources.Directory!, p.Module, solution[p.Directory]));
        solution.WriteApp(
            string.Join('\n', kinds.SelectMany(k => programs.Select(p => p.Item(k)))),
            "<GoSharedLibraryWarning>false</GoSharedLibraryWarning>"
        );
        solution.Write("App/Program.cs", App);

        var first = await solution.DotNetAsync("build", "App", "-v:d");
        Assert.Equal(programs.Length * kinds.Length, GoBuilds().Count(first));
        Assert.True(GoCommands().Count(first) > GoBuilds().Count(first), first);
        var bin = solution["App", "bin", "Debug", "net10.0"];
        var work = new RealWork(bin, feed.Go);
        foreach (var program in programs)
        {
            var module = modules[program.Module];
            var executable = AssertBuilt(Path.Combine(bin, program.Executable), program, module);
            Assert.NotEqual(GoBinaryKind.SharedLibrary, executable.Kind);
            await work.AssertDoneAsync(program, module.Directory);
            if (hasCompiler)
            {
                var library = AssertBuilt(Path.Combine(bin, program.Library), program, module);
                Assert.Equal(GoBinaryKind.SharedLibrary, library.Kind);
                Assert.True(library.ExportsCgo);
                // A process of its own for each: a library of Go is never unloaded.
                var load = await Cli.Wrap(Path.Combine(bin, "App" + GoPlatform.Host.ExecutableSuffix))
                    .WithArguments([library.File])
                    .ExecuteBufferedAsync(cancel);
                Assert.Equal("loaded", load.StandardOutput);
            }
        }

        // Each command line is in the log; and whatever go does with packages, it creates the cache first.
        solution.Variables["GOCACHE"] = solution["cache"];
        var second = await solution.DotNetAsync("build", "App", "--no-restore", "-v:d");
        Assert.Equal(programs.Length * kinds.Length, Regex.Count(second, " is up to date"));
        Assert.Equal(0, GoCommands().Count(second));
        Assert.False(Directory.Exists(solution["cache"]), "Go was started, though nothing has changed.");
        solution.Variables.Remove("GOCACHE");

        // One of the two programs of its module imports it, and programs of other modules have a copy of their own.
        var vendored = Path.Combine(modules["golang.org/x/tools"].Directory, "vendor", "golang.org/x/mod/semver/semver.go");
        await File.AppendAllTextAsync(vendored, "\n// Changed.\n", cancel);
        var third = await solution.DotNetAsync("build", "App", "--no-restore", "-v:d");
        Assert.Equal(kinds.Select(_ => "stringer"), Reasons().Matches(third).Select(m => m.Groups["name"].Value));
        Assert.All(Reasons().Matches(third), m => Assert.Contains(vendored, m.Value, StringComparison.Ordinal));
        Assert.Equal(kinds.Length, GoBuilds().Count(third));
    }

    private static GoBinaryFile AssertBuilt(string file, RealProgram program, VendoredModule module)
    {
        var binary = GoBinaryFile.Inspect(file);
        Assert.Equal(GoPlatform.Host, binary.Platform);
        Assert.Equal($"{program.Module}/{program.Package}", binary.BuildInfo!.Path);
        Assert.Equal(program.Module, binary.BuildInfo.Main!.Path);
        Assert.Equal(
            program.Dependencies.Select(d => (d, module.Required[d])),
            binary.BuildInfo.Dependencies.Select(d => (d.Path, d.Version))
        );
        return binary;
    }

    [GeneratedRegex(@"^\s*(\d+>)?\s*\S+bin.go(\.exe)? [a-z]+ ", RegexOptions.Multiline)]
    private static partial Regex GoCommands();

    [GeneratedRegex(@"^\s*(\d+>)?\s*\S+bin.go(\.exe)? build -p ", RegexOptions.Multiline)]
    private static partial Regex GoBuilds();

    [GeneratedRegex(@"^\s*(\d+>)?\s*(?<name>\w+) is built for .*$", RegexOptions.Multiline)]
    private static partial Regex Reasons();
}
