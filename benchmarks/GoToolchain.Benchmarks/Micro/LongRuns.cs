using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace GoToolchain.Benchmarks.Micro;

/// <summary>
/// For jobs that take long and change the disk: one call is one measurement. In process, because the input (a server, files on tmpfs) is made once.
/// </summary>
public sealed class LongRuns : ManualConfig
{
    public LongRuns() =>
        AddJob(
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
