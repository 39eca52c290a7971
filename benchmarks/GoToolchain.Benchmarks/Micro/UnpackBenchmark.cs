using BenchmarkDotNet.Attributes;
using GoToolchain.Benchmarks.Inputs;
using GoToolchain.Fixtures;
using GoToolchain.Store;
using GoToolchain.Testing;

namespace GoToolchain.Benchmarks.Micro;

/// <summary>Unpacking a release, with SHA-256 of the archive and of every file.</summary>
#pragma warning disable CA1001 // BenchmarkDotNet calls the cleanup.
[Config(typeof(LongRuns))]
public class UnpackBenchmark
#pragma warning restore CA1001
{
    private WorkDirectory _work = null!;
    private byte[] _tar = [];
    private byte[] _zip = [];
    private string _directory = "";

    [GlobalSetup]
    public async Task Pack()
    {
        _work = new WorkDirectory();
        var entries = ReleaseArchive.Entries((await TestGo.EnsureAsync("1.23")).Root).ToList();
        (_tar, _zip) = (ReleaseArchive.TarGz(entries), ReleaseArchive.Zip(entries));
    }

    [GlobalCleanup]
    public void RemoveAll() => _work.Dispose();

    [IterationSetup]
    public void Prepare() => _directory = _work.Next("unpack");

    [IterationCleanup]
    public void Finish() => WorkDirectory.Remove(_directory);

    [Benchmark(Baseline = true)]
    public Task Tar() => UnpackAsync(_tar, "go.tar.gz");

    [Benchmark]
    public Task Zip() => UnpackAsync(_zip, "go.zip");

    private async Task UnpackAsync(byte[] archive, string name)
    {
        using var body = new MemoryStream(archive);
        await ArchiveReceiver.ReceiveAsync(
            body,
            new ArchiveExpectation(name, name, archive.Length, Digest: null),
            _directory,
            new Progress<GoProgress>(),
            CancellationToken.None
        );
    }
}
