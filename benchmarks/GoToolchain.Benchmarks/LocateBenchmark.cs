using BenchmarkDotNet.Attributes;
using GoToolchain.Fixtures;
using GoToolchain.Locating;

namespace GoToolchain.Benchmarks;

/// <summary>
/// A look at a machine with twenty Go trees, in process, against one start of <c>go env GOROOT</c>. The budget is 2 ms; see DESIGN.
/// </summary>
[MemoryDiagnoser]
#pragma warning disable CA1001 // BenchmarkDotNet calls CleanUp, not Dispose.
public class LocateBenchmark
#pragma warning restore CA1001
{
    private ScratchDirectory _scratch = null!;
    private GoLocator _locator = null!;
    private GoInstallation _go = null!;

    [GlobalSetup]
    public async Task SetUp()
    {
        _scratch = new ScratchDirectory();
        for (var i = 0; i < 10; i++)
        {
            SyntheticGoRoot.Create(_scratch[$"store/toolchains/go1.{i}.0.linux-amd64"]);
            SyntheticGoRoot.Create(_scratch[$"home/sdk/go1.{i}.0"]).Write(".unpacked-success", "");
        }

        var path = string.Join(Path.PathSeparator, Enumerable.Range(0, 10).Select(i => _scratch[$"home/sdk/go1.{i}.0/bin"]));
        _locator = new GoLocator(SandboxMachine.In(_scratch, new Dictionary<string, string> { ["PATH"] = path }), _scratch["store"]);
        if (_locator.Locate() is not { Count: 20 } found || found.Any(c => c.Verdict != GoVerdict.Usable))
        {
            throw new InvalidOperationException("Twenty usable candidates were expected.");
        }

        _go = await TestGo.EnsureAsync("1.19");
    }

    [Benchmark]
    public int Locate() => _locator.Locate().Count;

    [Benchmark(Baseline = true)]
    public async Task<int> GoEnv() => (await _go.Command("env", "GOROOT").ExecuteBufferedAsync()).ExitCode;

    [GlobalCleanup]
    public void CleanUp() => _scratch.Dispose();
}
