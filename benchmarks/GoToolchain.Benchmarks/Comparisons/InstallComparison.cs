using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Benchmarks.Inputs;
using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>A verified install from a loopback mirror, against scripts and Go itself.</summary>
internal static class InstallComparison
{
    public static async Task<ComparisonResult> RunAsync(int rounds)
    {
        await using var input = await BenchmarkInput.CreateAsync();
        IContender[] scripts =
        [
            new ShellInstall(input, "tar"),
            .. TestGo.Host.FindOnPath("bsdtar") is null ? (IContender[])[] : [new ShellInstall(input, "bsdtar")],
        ];
        var table = await SideBySide.RunAsync(rounds, [new ProductInstall(input), new GoItself(input), .. scripts]);
        var (idle, peak) = await PeakMemory.OfAsync("install", input);
        var kind = input.IsOfficial ? "official archive" : "packed from an installed tree";
        return ComparisonResult.Of(
            $"Install Go {input.Version} ({kind}, {input.Archive.Length / 1e6:0.0} MB) {SideBySide.Where(input.Work)}",
            table,
            [PeakMemory.Sentence("A process that installs", idle, peak)],
            Bars.Ratio("verified install", table.Ratio(0, 2), 0.40, "curl, sha256sum and tar"),
            Bars.Ratio("verified install", table.Ratio(0, 1), 0.25, "Go fetching a toolchain for itself"),
            new Bar("memory of an install", "at most 96 MiB over the idle process", $"{peak - idle:0} MiB", peak - idle <= 96)
        );
    }
}
