using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Benchmarks.Inputs;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>What no install can do without, each alone on the same archive: the bounds of an install.</summary>
internal static class LimitsComparison
{
    public static async Task<ComparisonResult> RunAsync(int rounds)
    {
        await using var input = await BenchmarkInput.CreateAsync();
        using var files = new UnpackedFiles(input.Archive);
        var table = await SideBySide.RunAsync(
            rounds,
            new ProductInstall(input),
            new InflateAlone(input.Archive),
            new HashAlone("SHA-256 of the archive alone", [input.Archive]),
            new HashAlone("SHA-256 of every file alone", files.Contents),
            new CreateAlone(files, input.Work)
        );
        return ComparisonResult.Of(
            $"The parts of an install of Go {input.Version} that no install can do without, each alone and on one processor, {SideBySide.Where(input.Work)}",
            table,
            [
                $"The archive holds {files.Contents.Count:N0} files of {files.Contents.Sum(c => (long)c.Length) / 1e6:N0} MB. An install does all of it, and on two processors takes half of the sum at best.",
            ]
        );
    }
}
