using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Benchmarks.Inputs;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>Growth: installs side by side, into stores of their own and into one.</summary>
internal static class ParallelComparison
{
    public static async Task<ComparisonResult> RunAsync(int rounds)
    {
        await using var input = await BenchmarkInput.CreateAsync();
        int[] own = rounds > 0 ? [1, 4, 16] : [2];
        var table = await SideBySide.RunAsync(
            rounds,
            [
                .. own.Select(installs => new ParallelInstalls(input, installs, sameStore: false)),
                new ParallelInstalls(input, installs: 16, sameStore: true),
            ]
        );
        return ComparisonResult.Of($"Installs of Go {input.Version} side by side, {SideBySide.Where(input.Work)}", table);
    }
}
