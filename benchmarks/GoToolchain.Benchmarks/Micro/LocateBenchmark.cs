using BenchmarkDotNet.Attributes;
using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Benchmarks.Inputs;
using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Micro;

/// <summary>Finding and judging twenty candidates, against one start of <c>go env GOROOT</c>.</summary>
#pragma warning disable CA1001 // BenchmarkDotNet calls the cleanup.
[Config(typeof(LongRuns))]
public class LocateBenchmark
#pragma warning restore CA1001
{
    private CandidateMachine _machine = null!;
    private ProductLocate _locate = null!;
    private GoEnvRoot _go = null!;

    [GlobalSetup]
    public async Task CreateMachine()
    {
        _machine = new CandidateMachine();
        _locate = new ProductLocate(_machine);
        await _locate.RunAsync();
        _locate.Finish();
        _go = new GoEnvRoot(await TestGo.EnsureAsync("1.23"));
    }

    [GlobalCleanup]
    public void RemoveMachine() => _machine.Dispose();

    [Benchmark]
    public Task Locate() => _locate.RunAsync();

    [Benchmark(Baseline = true)]
    public Task GoEnv() => _go.RunAsync();
}
