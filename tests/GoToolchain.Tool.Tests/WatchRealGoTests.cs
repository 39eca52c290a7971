using GoToolchain.Fixtures;
using GoToolchain.Store;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

/// <summary>A real Go in the store that is watched, removed, and runs again without anybody's doing.</summary>
public sealed class WatchRealGoTests : IDisposable
{
    private readonly ToolMachine _machine = new();

    // In memory where that can be had, as the other tests with many real trees.
    private readonly string _store = Path.Combine(
        Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
        "gotc-test-" + Path.GetRandomFileName()
    );

    public WatchRealGoTests() => _machine.Variables["GOTC_STORE"] = _store;

    public void Dispose()
    {
        _machine.Dispose();
        Directory.Delete(_store, recursive: true);
    }

    [Fact]
    public async Task A_removed_GOROOT_is_there_again_and_its_go_runs()
    {
        var go = await TestGo.EnsureAsync("1.23");
        var name = Path.GetFileName(go.Root);
        var (from, to) = (new StoreLayout(TestGo.Store), new StoreLayout(_store));
        Directory.CreateDirectory(to.Receipts);
        Directory.CreateDirectory(to.Manifests);
        File.Copy(from.Receipt(name), to.Receipt(name));
        File.Copy(from.Manifest(name), to.Manifest(name));
        CopyTree(go.Root, to.Toolchain(name));
        using var watch = new RunningWatch(_machine.Start("watch", to.Toolchain(name), "--heal", "--json", "--offline"));
        Assert.Equal("intact", (await watch.UntilAsync("started")).GetProperty("state").GetString());
        await watch.UntilAsync("snapshot-made");

        Directory.Delete(to.Toolchain(name), recursive: true);
        await watch.UntilAsync("healed", "intact");
        await watch.EndAsync();

        var run = (await _machine.RunAsync("exec", $"path:{to.Toolchain(name)}", "--", "go", "version")).Ended(0);
        Assert.Contains($"go{go.Version}", run.Out, StringComparison.Ordinal);
    }

    private static void CopyTree(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var directory in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, directory)));
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }
}
