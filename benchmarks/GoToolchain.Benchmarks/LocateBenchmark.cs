using BenchmarkDotNet.Attributes;
using GoToolchain.Fixtures;
using GoToolchain.Locating;
using GoToolchain.Store;

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
        var store = new StoreLayout(_scratch["store"]);
        Directory.CreateDirectory(store.Receipts);
        for (var i = 0; i < 10; i++)
        {
            var name = $"go1.{i}.0.linux-amd64";
            SyntheticGoRoot.Create(store.Toolchain(name));
            await File.WriteAllBytesAsync(store.Receipt(name), CreateReceipt(name).ToJson());
            SyntheticGoRoot.Create(_scratch[$"home/sdk/go1.{i}.0"]).Write(".unpacked-success", "");
        }

        var path = string.Join(Path.PathSeparator, Enumerable.Range(0, 10).Select(i => _scratch[$"home/sdk/go1.{i}.0/bin"]));
        _locator = new GoLocator(SandboxMachine.In(_scratch, new Dictionary<string, string> { ["PATH"] = path }), store.Directory);
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

    private static Receipt CreateReceipt(string name) =>
        new()
        {
            Toolchain = name,
            Version = "1.24.4",
            Platform = "linux/amd64",
            Source = "go.dev",
            From = "https://go.dev/dl/go1.24.4.linux-amd64.tar.gz",
            VouchedBy = "https://go.dev/dl/?mode=json&include=all",
            Trust = GoTrust.FeedChecksum,
            InstalledAt = DateTimeOffset.UnixEpoch,
            Files = 15000,
            Bytes = 250_000_000,
        };
}
