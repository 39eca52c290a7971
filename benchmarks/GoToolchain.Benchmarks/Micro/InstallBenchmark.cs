using BenchmarkDotNet.Attributes;
using GoToolchain.Benchmarks.Contenders;
using GoToolchain.Benchmarks.Inputs;

namespace GoToolchain.Benchmarks.Micro;

/// <summary>A verified install from a loopback mirror, against the shell and against Go itself.</summary>
[Config(typeof(LongRuns))]
public class InstallBenchmark
{
    private BenchmarkInput _input = null!;
    private IContender _contender = null!;

    [GlobalSetup]
    public async Task CreateInput() => _input = await BenchmarkInput.CreateAsync();

    [GlobalCleanup]
    public async Task RemoveInput() => await _input.DisposeAsync();

    [IterationSetup(Target = nameof(Product))]
    public void PrepareProduct() => Prepare(new ProductInstall(_input));

    [IterationSetup(Target = nameof(Shell))]
    public void PrepareShell() => Prepare(new ShellInstall(_input, "tar"));

    [IterationSetup(Target = nameof(Go))]
    public void PrepareGo() => Prepare(new GoItself(_input));

    [IterationCleanup]
    public void Finish() => _contender.Finish();

    [Benchmark]
    public Task Product() => _contender.RunAsync();

    [Benchmark(Baseline = true)]
    public Task Shell() => _contender.RunAsync();

    [Benchmark]
    public Task Go() => _contender.RunAsync();

    private void Prepare(IContender contender)
    {
        _contender = contender;
        contender.Prepare();
    }
}
