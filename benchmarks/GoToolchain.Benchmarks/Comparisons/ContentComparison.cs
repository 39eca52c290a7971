using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Benchmarks.Inputs;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>The content check of a GOROOT.</summary>
internal static class ContentComparison
{
    public static async Task<ComparisonResult> RunAsync(int rounds)
    {
        await using var input = await BenchmarkInput.CreateAsync();
        var tree = await RecoverableTree.CreateAsync(input, hasArchive: false, hasSibling: false);
        var table = await SideBySide.RunAsync(
            rounds,
            new ProductVerify(tree, deep: true),
            new ShellHash(tree.Root),
            new ProductVerify(tree, deep: false)
        );
        var (idle, peak) = await PeakMemory.OfAsync("verify", tree);
        return ComparisonResult.Of(
            $"Content check of Go {input.Version} {SideBySide.Where(input.Work)}",
            table,
            [PeakMemory.Sentence("A process that checks", idle, peak)],
            Bars.Ratio("content check of a GOROOT, every file hashed", table.Ratio(0, 1), 0.60, "find and xargs -P2 sha256sum")
        );
    }
}
