using BenchmarkDotNet.Attributes;
using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Micro;

/// <summary>The quick doctor over a real GOROOT, against one start of <c>go env GOROOT</c>.</summary>
#pragma warning disable CA1001 // BenchmarkDotNet calls the cleanup.
[Config(typeof(LongRuns))]
public class DoctorBenchmark
#pragma warning restore CA1001
{
    private ProductDoctor _doctor = null!;
    private GoEnvRoot _go = null!;

    [GlobalSetup]
    public async Task FindGo()
    {
        var go = await TestGo.EnsureAsync("1.23");
        _doctor = new ProductDoctor(go);
        await _doctor.RunAsync();
        _doctor.Finish();
        _go = new GoEnvRoot(go);
    }

    [GlobalCleanup]
    public void CleanUp() => _doctor.Dispose();

    [Benchmark]
    public Task Doctor() => _doctor.RunAsync();

    [Benchmark(Baseline = true)]
    public Task GoEnv() => _go.RunAsync();
}
