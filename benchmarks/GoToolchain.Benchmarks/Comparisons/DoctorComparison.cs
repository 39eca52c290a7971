using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>The quick doctor.</summary>
internal static class DoctorComparison
{
    public static async Task<ComparisonResult> RunAsync(int rounds)
    {
        var go = await TestGo.EnsureAsync("1.23");
        using var doctor = new ProductDoctor(go);
        var table = await SideBySide.RunAsync(rounds, doctor, new GoEnvRoot(go));
        return ComparisonResult.Of(
            $"Quick doctor of Go {go.Version}, in process",
            table,
            notes: null,
            Bars.Milliseconds("quick doctor, in process", table.Median(0), 15)
        );
    }
}
