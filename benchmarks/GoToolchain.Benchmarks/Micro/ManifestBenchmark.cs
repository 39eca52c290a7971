using BenchmarkDotNet.Attributes;
using GoToolchain.Fixtures;
using GoToolchain.Recovery.Content;
using GoToolchain.Store;
using GoToolchain.Verification;

namespace GoToolchain.Benchmarks.Micro;

/// <summary>The manifest of a real Go: reading it, comparing the tree with it, and the hash that the checksum database has.</summary>
[Config(typeof(ShortRuns))]
public class ManifestBenchmark
{
    private string _root = "";
    private byte[] _bytes = [];
    private Manifest _manifest = null!;

    [GlobalSetup]
    public async Task ReadManifest()
    {
        var go = await TestGo.EnsureAsync("1.23");
        _root = go.Root;
        _bytes = await File.ReadAllBytesAsync(new StoreLayout(TestGo.Store).Manifest(Path.GetFileName(go.Root)));
        _manifest = Manifest.Parse(_bytes)!;
    }

    [Benchmark]
    public object? Parse() => Manifest.Parse(_bytes);

    [Benchmark]
    public object Compare() =>
        ContentCheck.Compare(_root, _manifest, new ContentOptions { KnownGoodAt = DateTimeOffset.UtcNow }, CancellationToken.None);

    [Benchmark]
    public string DirectoryHash() => ToolchainModule.HashOf(_manifest.Entries, "v0.0.1-go1.23.5.linux-amd64");
}
