using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>Which shared libraries a program needs, and where they are.</summary>
internal static class LinkageComparison
{
    public static async Task<ComparisonResult> RunAsync(int rounds)
    {
        // The runtime of .NET itself: a program with many libraries that is on every machine that can run this.
        var program = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libcoreclr.so");
        var table = await SideBySide.RunAsync(rounds, new ProductLinkage(program), new Ldd(program));
        return ComparisonResult.Of(
            "Shared libraries of libcoreclr.so",
            table,
            ["The loader runs for `ldd`; the product reads files alone."]
        );
    }
}
