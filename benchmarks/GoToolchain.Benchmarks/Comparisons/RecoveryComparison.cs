using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Benchmarks.Inputs;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>Recovery after <c>rm -rf "$GOROOT"</c>.</summary>
internal static class RecoveryComparison
{
    public static async Task<ComparisonResult> RunAsync(int rounds)
    {
        await using var input = await BenchmarkInput.CreateAsync();
        var (sibling, archive) = (
            await RecoverableTree.CreateAsync(input, hasArchive: false, hasSibling: true),
            await RecoverableTree.CreateAsync(input, hasArchive: true, hasSibling: false)
        );
        var file = Path.Combine(input.Work.Next("archive"), "go.tar.gz");
        await File.WriteAllBytesAsync(file, input.Archive);
        var table = await SideBySide.RunAsync(
            rounds,
            new ProductRecover(sibling, "another tree"),
            new ShellUnpack(input, file),
            new ProductRecover(archive, "the archive")
        );
        Directory.Delete(sibling.Root, recursive: true);
        var (idle, peak) = await PeakMemory.OfAsync("recover", sibling);
        return ComparisonResult.Of(
            $"Recovery of Go {input.Version} after rm -rf {SideBySide.Where(input.Work)}",
            table,
            [PeakMemory.Sentence("A process that recovers", idle, peak)],
            Bars.Ratio("recovery after rm -rf from local data", table.Ratio(0, 1), 0.50, "tar -xzf of the archive"),
            Bars.Milliseconds("recovery after rm -rf from local data", table.Median(0), 1000)
        );
    }
}
