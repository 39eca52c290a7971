using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>The start of a test fixture when a Go is there.</summary>
internal static class FixtureComparison
{
    public static async Task<ComparisonResult> RunAsync(int rounds)
    {
        var go = await TestGo.EnsureAsync("1.23");
        var table = await SideBySide.RunAsync(rounds, new ProductFixture(go, TestGo.Store), new GoEnvRoot(go));
        return ComparisonResult.Of(
            $"Start of a fixture when Go {go.Version} is there",
            table,
            [await FirstFixture.MeasureAsync(go, TestGo.Store, rounds)],
            Bars.Milliseconds("fixture start when Go is there", table.Median(0), 20)
        );
    }
}
