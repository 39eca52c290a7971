using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace GoToolchain.Benchmarks;

/// <summary>How BenchmarkDotNet runs here.</summary>
internal static class BenchmarkConfiguration
{
    // In process: the input (a server, files on tmpfs) is made once. Monitoring: one call is one measurement, for each takes long and changes the disk.
    public static IConfig Create() =>
        DefaultConfig
            .Instance.AddJob(
                Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
                    .WithStrategy(RunStrategy.Monitoring)
                    .WithWarmupCount(1)
                    .WithIterationCount(10)
                    .WithInvocationCount(1)
                    .WithUnrollFactor(1)
            )
            .AddDiagnoser(MemoryDiagnoser.Default)
            .WithOption(ConfigOptions.DisableOptimizationsValidator, true);
}
