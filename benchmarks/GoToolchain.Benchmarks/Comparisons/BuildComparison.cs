using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Benchmarks.Inputs;
using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary><c>dotnet build</c> when nothing has changed.</summary>
internal static class BuildComparison
{
    public static async Task<ComparisonResult> RunAsync(int rounds)
    {
        using var projects = await BuildProjects.CreateAsync(await TestGo.EnsureAsync("1.23"));
        var table = await SideBySide.RunAsync(
            rounds,
            new NothingChanged(projects, "Package", "with the package"),
            new NothingChanged(projects, "Plain", "without any Go"),
            new NothingChanged(projects, "ByHand", "Exec of go build")
        );
        var (package, byHand) = (table.Difference(0, 1), table.Difference(2, 1));
        return ComparisonResult.Of(
            "dotnet build, nothing changed, as a whole process",
            table,
            [
                $"The package costs {package:+0;-0} ms, an Exec {byHand:+0;-0} ms (median over the rounds).",
                $"Where the time of the first build with the package went: {string.Join("; ", projects.FirstBuild.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))}.",
            ],
            new Bar("dotnet build, nothing changed", "at most 50 ms more than without the package", $"{package:+0;-0} ms", package <= 50)
        );
    }
}
