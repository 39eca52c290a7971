using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Benchmarks.Inputs;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>Growth: installs side by side, into stores of their own and into one.</summary>
internal static class ParallelComparison
{
    public static async Task<ComparisonResult> RunAsync(int rounds)
    {
        await using var input = await BenchmarkInput.CreateAsync();
        var table = await SideBySide.RunAsync(
            rounds,
            new ParallelInstalls(input, installs: 1, sameStore: false),
            new ParallelInstalls(input, installs: 4, sameStore: false),
            new ParallelInstalls(input, installs: 16, sameStore: false),
            new ParallelInstalls(input, installs: 16, sameStore: true)
        );
        return ComparisonResult.Of($"Installs of Go {input.Version} side by side, {SideBySide.Where(input.Work)}", table);
    }
}
