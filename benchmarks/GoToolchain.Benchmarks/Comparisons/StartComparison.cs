using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Benchmarks.Inputs;
using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>The tool as a whole process.</summary>
internal static class StartComparison
{
    public static async Task<ComparisonResult> RunAsync(int rounds)
    {
        var go = await TestGo.EnsureAsync("1.23");
        // Linking takes a minute, so it is left out where the one round only shows that nothing is broken.
        using var programs = await StartPrograms.CreateAsync(withNative: rounds > 0);
        List<IContender> contenders =
        [
            new WholeProcess("gotoolchain where, portable", [.. programs.Portable, "where", "1.23"], go.Root),
            new WholeProcess("dotnet hello world", programs.HelloWorld, "hello"),
            new WholeProcess("go env GOROOT", [go.GoExecutable, "env", "GOROOT"], go.Root),
        ];
        if (programs.Native is { } native)
        {
            contenders.Insert(0, new WholeProcess("gotoolchain where, native", [native, "where", "1.23"], go.Root));
            contenders.Add(new WholeProcess("gotoolchain --help, native", [native, "--help"], "Usage"));
            contenders.Add(new WholeProcess("gotoolchain complete, native", [native, "complete", "15", "gotoolchain whe"], "where"));
            contenders.Add(new WholeProcess("gotoolchain alone, native", [native], "--help"));
        }

        var table = await SideBySide.RunAsync(rounds, contenders);
        return ComparisonResult.Of(
            "Start of the tool, as a whole process",
            table,
            programs.Native is null ? ["The native program was not linked for this run."] : [],
            Bars.Milliseconds("gotoolchain where, whole process", table.Median(0), 60)
        );
    }
}
