using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Benchmarks.Inputs;
using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>Finding and judging twenty candidates.</summary>
internal static class LocateComparison
{
    public static async Task<ComparisonResult> RunAsync(int rounds)
    {
        using var machine = new CandidateMachine();
        var table = await SideBySide.RunAsync(rounds, new ProductLocate(machine), new GoEnvRoot(await TestGo.EnsureAsync("1.23")));
        return ComparisonResult.Of(
            "Locate, in process",
            table,
            notes: null,
            Bars.Milliseconds("locate, 20 candidates on disk, in process", table.Median(0), 2),
            Bars.Ratio("locate, 20 candidates on disk, in process", table.Ratio(0, 1), 1, "one start of go env GOROOT")
        );
    }
}
