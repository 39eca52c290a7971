using BenchmarkDotNet.Attributes;

namespace GoToolchain.Benchmarks.Micro;

/// <summary>Reading and ordering versions.</summary>
[Config(typeof(ShortRuns))]
public class VersionBenchmark
{
    private static readonly string[] s_texts =
    [
        .. Enumerable.Range(16, 10).SelectMany(minor => Enumerable.Range(0, 10).Select(patch => $"go1.{minor}.{patch}")),
        .. Enumerable.Range(16, 10).Select(minor => $"go1.{minor}rc1"),
    ];

    private GoVersion[] _versions = [];

    [GlobalSetup]
    public void Read() => _versions = [.. s_texts.Select(GoVersion.Parse)];

    [Benchmark]
    public int Parse() => s_texts.Count(text => GoVersion.TryParse(text, out _));

    [Benchmark]
    public GoVersion[] Order() => [.. _versions.OrderDescending()];

    [Benchmark]
    public GoVersionSpec ParseRange() => GoVersionSpec.Parse(">=1.22 <1.25");
}
