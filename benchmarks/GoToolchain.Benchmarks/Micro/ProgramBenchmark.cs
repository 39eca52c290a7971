using BenchmarkDotNet.Attributes;
using GoToolchain.Fixtures;

namespace GoToolchain.Benchmarks.Micro;

/// <summary>Reading which Go built a program, and which libraries one needs.</summary>
[Config(typeof(ShortRuns))]
public class ProgramBenchmark
{
    private readonly HostMachine _host = HostMachine.Detect();
    private readonly string _library = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libcoreclr.so");
    private string _program = "";

    [GlobalSetup]
    public async Task FindGo() => _program = (await TestGo.EnsureAsync("1.23")).GoExecutable;

    [Benchmark]
    public GoBinaryFile BuildInformation() => GoBinaryFile.Inspect(_program);

    [Benchmark]
    public LinkageReport Linkage() => GoLinkage.Read(_library, _host);
}
