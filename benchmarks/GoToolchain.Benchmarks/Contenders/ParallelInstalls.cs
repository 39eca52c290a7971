using GoToolchain.Benchmarks.Inputs;

namespace GoToolchain.Benchmarks.Contenders;

/// <summary>Several installs at the same time, in one process.</summary>
/// <param name="input">The release.</param>
/// <param name="installs">How many.</param>
/// <param name="sameStore">They want the same toolchain of one store; else each has a store of its own.</param>
internal sealed class ParallelInstalls(BenchmarkInput input, int installs, bool sameStore) : IContender
{
    private string[] _stores = [];
    private GoInstallation[] _installed = [];
    private int _downloads;

    public string Name =>
        sameStore ? $"{installs} into the same store"
        : installs == 1 ? "1 install"
        : $"{installs} into stores of their own";

    public void Prepare()
    {
        _stores = [.. Enumerable.Range(0, sameStore ? 1 : installs).Select(_ => input.Work.Next("store"))];
        _downloads = input.Mirror.Count(input.ArchivePath);
    }

    public async Task RunAsync() =>
        _installed = await Task.WhenAll(
            Enumerable
                .Range(0, installs)
                .Select(i => Task.Run(() => ProductInstall.InstallAsync(input.Mirror.Url, _stores[i % _stores.Length], input.Version)))
        );

    public void Finish()
    {
        var downloads = input.Mirror.Count(input.ArchivePath) - _downloads;
        if (downloads != _stores.Length)
        {
            throw new InvalidOperationException($"{downloads} downloads for {_stores.Length} stores.");
        }

        foreach (var go in _installed)
        {
            Installed.Check(go.Root);
        }

        foreach (var store in _stores)
        {
            WorkDirectory.Remove(store);
        }
    }
}
