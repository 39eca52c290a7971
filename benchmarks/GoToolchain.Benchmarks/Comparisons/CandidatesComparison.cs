using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Benchmarks.Inputs;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>Growth: locating among more and more candidates.</summary>
internal static class CandidatesComparison
{
    public static async Task<ComparisonResult> RunAsync(int rounds)
    {
        using var ten = new CandidateMachine(inStore: 10);
        using var hundred = new CandidateMachine(inStore: 100);
        using var thousand = new CandidateMachine(inStore: 1000);
        var table = await SideBySide.RunAsync(rounds, new ProductLocate(ten), new ProductLocate(hundred), new ProductLocate(thousand));
        return ComparisonResult.Of("Locate with 10, 100 and 1,000 toolchains in the store, in process", table);
    }
}
