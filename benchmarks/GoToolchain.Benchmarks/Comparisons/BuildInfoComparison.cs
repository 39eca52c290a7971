using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>Reading which Go built a program.</summary>
internal static class BuildInfoComparison
{
    public static async Task<ComparisonResult> RunAsync(int rounds)
    {
        var go = await TestGo.EnsureAsync("1.23");
        var tools = Path.Combine(go.Root, "pkg", "tool", $"{go.Platform.Os}_{go.Platform.Arch}");
        string[] all = [go.GoExecutable, .. Directory.EnumerateFiles(tools).Order(StringComparer.Ordinal)];
        string[] few =
        [
            go.GoExecutable,
            .. ((string[])["compile", "link", "asm"]).Select(name => Path.Combine(tools, name + go.Platform.ExecutableSuffix)),
        ];
        var itself = new GoVersionModules(go, all);
        var table = await SideBySide.RunAsync(
            rounds,
            new ProductBuildInfo(all, () => itself.Answer),
            itself,
            new ProductVersions(few, go.Version)
        );
        return ComparisonResult.Of($"Build information of the {all.Length} programs of Go {go.Version}", table);
    }
}
