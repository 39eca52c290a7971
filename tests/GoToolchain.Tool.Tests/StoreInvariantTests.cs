using System.Diagnostics;
using GoToolchain.Fixtures;
using GoToolchain.Store;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

/// <summary>The promises of the store, put to the test with a real Go, real processes and SIGKILL.</summary>
public sealed class StoreInvariantTests : IClassFixture<RealRelease>, IDisposable
{
    private const int Kills = 30;

    private readonly ToolMachine _machine = new();
    private readonly RealRelease _release;

    // In memory where that can be had: some 80 installations of 13,000 files each are about processes, not about the disk.
    private readonly string _store = Path.Combine(
        Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
        "gotc-test-" + Path.GetRandomFileName()
    );

    public StoreInvariantTests(RealRelease release)
    {
        _release = release;
        _machine.Variables["GOTC_MIRROR"] = release.Mirror.Url;
        _machine.Variables["GOTC_STORE"] = _store;
    }

    private StoreLayout Layout => new(_store);

    [Fact]
    public async Task A_kill_at_any_moment_leaves_a_complete_tree_or_none_and_the_next_run_succeeds_and_tidies_up()
    {
        var whole = await TimeAsync();
        var seen = new HashSet<bool>();
        for (var i = 0; i < Kills; i++)
        {
            Directory.Delete(_store, recursive: true);
            using (var process = Start())
            {
                await Task.Delay(whole * i / (Kills - 1), TestContext.Current.CancellationToken);
                process.Kill();
                await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            var there = Directory.Exists(Layout.Toolchain(_release.Toolchain));
            seen.Add(there);
            if (there)
            {
                RequireComplete();
            }

            var run = (await _machine.RunAsync("install", _release.Version)).Ended(0);
            Assert.Equal(Layout.Toolchain(_release.Toolchain) + "\n", run.Out);
            RequireComplete();
            RequireNoLitter();
        }

        // Otherwise the moments were badly chosen, and the test has shown less than it says.
        Assert.Contains(false, seen);
        await RequireThatGoRunsAsync();
    }

    [Fact]
    public async Task A_kill_at_any_moment_of_a_replacement_leaves_a_complete_tree()
    {
        (await _machine.RunAsync("install", _release.Version)).Ended(0);
        var whole = await TimeAsync("--force");
        for (var i = 0; i < 10; i++)
        {
            using var process = Start("--force");
            await Task.Delay(whole * i / 9, TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(Directory.Exists(Layout.Toolchain(_release.Toolchain)));
            RequireFilesOf(_release.Manifest);
        }

        (await _machine.RunAsync("install", _release.Version, "--force")).Ended(0);
        RequireComplete();
        RequireNoLitter();
    }

    [Fact]
    public async Task Sixteen_processes_at_once_download_once()
    {
        var before = _release.Mirror.Count(_release.Path);
        var processes = Enumerable.Range(0, 16).Select(_ => Start()).ToList();
        var runs = await Task.WhenAll(processes.Select(ToolMachine.EndAsync));
        processes.ForEach(p => p.Dispose());

        Assert.All(runs, run => Assert.Equal(Layout.Toolchain(_release.Toolchain) + "\n", run.Ended(0).Out));
        Assert.Equal(1, _release.Mirror.Count(_release.Path) - before);
        RequireComplete();
        RequireNoLitter();
    }

    public void Dispose()
    {
        _machine.Dispose();
        if (Directory.Exists(_store))
        {
            Directory.Delete(_store, recursive: true);
        }
    }

    private Process Start(params string[] more) => _machine.Start(["install", _release.Version, .. more]);

    private async Task<TimeSpan> TimeAsync(params string[] more)
    {
        var clock = Stopwatch.StartNew();
        using var process = Start(more);
        (await ToolMachine.EndAsync(process)).Ended(0);
        return clock.Elapsed;
    }

    // What the store says of itself has to fit what was served.
    private void RequireComplete()
    {
        var recorded = Manifest.Read(Layout.Manifest(_release.Toolchain));
        Assert.NotNull(recorded);
        // Not the modes: a release has those of Go's archives, whatever the tree had that it was made from.
        Assert.Equal(
            _release.Manifest.Entries.Select(e => (e.Path, e.Size, e.Digest)),
            recorded.Entries.Select(e => (e.Path, e.Size, e.Digest))
        );
        Assert.Equal(_release.Toolchain, Receipt.Read(Layout.Receipt(_release.Toolchain))?.Toolchain);
        RequireFilesOf(recorded);
    }

    private void RequireFilesOf(Manifest manifest)
    {
        var root = Layout.Toolchain(_release.Toolchain);
        var files = new DirectoryInfo(root)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(f => (Path.GetRelativePath(root, f.FullName).Replace('\\', '/'), f.Length))
            .ToHashSet();
        Assert.Equal(manifest.Entries.Count, files.Count);
        Assert.All(manifest.Entries, e => Assert.Contains((e.Path, e.Size), files));
    }

    private void RequireNoLitter()
    {
        Assert.Empty(Directory.GetFileSystemEntries(Layout.Staging));
        Assert.Equal([_release.Toolchain], Directory.GetDirectories(Layout.Toolchains).Select(Path.GetFileName));
        Assert.Equal([_release.Path[1..]], Directory.GetFiles(Layout.Downloads).Select(Path.GetFileName));
        Assert.Single(Directory.GetFiles(Layout.Receipts));
        Assert.Single(Directory.GetFiles(Layout.Manifests));
        Assert.Empty(Directory.GetFiles(Layout.Locks, "*.holder"));
    }

    private async Task RequireThatGoRunsAsync()
    {
        var run = (await _machine.RunAsync("exec", _release.Version, "--", "go", "version")).Ended(0);
        Assert.Contains("go" + _release.Version, run.Out, StringComparison.Ordinal);
    }
}
