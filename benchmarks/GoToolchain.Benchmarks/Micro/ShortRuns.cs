using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace GoToolchain.Benchmarks.Micro;

/// <summary>For what takes microseconds: as many calls for one measurement as BenchmarkDotNet finds right.</summary>
public sealed class ShortRuns : ManualConfig
{
    public ShortRuns() =>
        AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithOption(ConfigOptions.DisableOptimizationsValidator, true);
}
