using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using GoToolchain.Fixtures;
using GoToolchain.Store;
using GoToolchain.Testing;
using GoToolchain.Tool.Tests.Running;
using GoToolchain.Verification;

namespace GoToolchain.Tool.Tests;

/// <summary>
/// The promises of the store, put to the test with a real Go, real processes and SIGKILL. <c>GOTC_TEST_KILLS</c> says how many processes are killed in
/// all; 200 take some five minutes.
/// </summary>
public sealed class StoreInvariantTests : IClassFixture<RealRelease>, IDisposable
{
    private static readonly int s_kills = int.Parse(
        Environment.GetEnvironmentVariable("GOTC_TEST_KILLS") is { Length: > 0 } kills ? kills : "35",
        CultureInfo.InvariantCulture
    );

    // The same moments in each run: how far a process has come by then never is.
    private readonly Random _random = new(20260101);
    private readonly ToolMachine _machine = new();
    private readonly RealRelease _release;
    private readonly Dictionary<string, Manifest> _expected = [];
    private readonly StoreAudit _audit;

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
        _expected[release.Toolchain] = release.Manifest;
        _audit = new StoreAudit(Layout, _expected);
    }

    private StoreLayout Layout => new(_store);

    [Fact]
    public async Task A_kill_at_any_moment_leaves_a_complete_tree_or_none_and_the_next_run_succeeds_and_tidies_up()
    {
        var whole = await TimeAsync("install", _release.Version);
        var seen = new HashSet<int>();
        for (var i = 0; i < s_kills * 2 / 5; i++)
        {
            Directory.Delete(_store, recursive: true);
            await KillAsync(whole, "install", _release.Version);

            seen.Add(_audit.RequireComplete().Count);
            var run = (await _machine.RunAsync("install", _release.Version)).Ended(0);
            Assert.Equal(Layout.Toolchain(_release.Toolchain) + "\n", run.Out);
            _audit.RequireTidy();
        }

        // Otherwise the moments were badly chosen, and the test has shown less than it says.
        Assert.Contains(0, seen);
        _audit.RequireComplete(content: true);
        await RequireThatGoRunsAsync();
    }

    [Fact]
    public async Task A_kill_at_any_moment_of_a_replacement_leaves_a_complete_tree()
    {
        (await _machine.RunAsync("install", _release.Version)).Ended(0);
        var whole = await TimeAsync("install", _release.Version, "--force");
        for (var i = 0; i < s_kills / 5; i++)
        {
            await KillAsync(whole, "install", _release.Version, "--force");
            Assert.Equal([_release.Toolchain], _audit.RequireComplete());
        }

        (await _machine.RunAsync("install", _release.Version, "--force")).Ended(0);
        _audit.RequireTidy();
        _audit.RequireComplete(content: true);
    }

    [Fact]
    public async Task A_kill_at_any_moment_of_moving_a_link_leaves_it_leading_to_a_complete_tree()
    {
        AddSmallRelease("1.97.3");
        AddSmallRelease("1.98.0");
        var link = Path.Combine(_machine.Home, "go");
        (await _machine.RunAsync("link", link, "1.97.3")).Ended(0);
        (await _machine.RunAsync("link", link, "1.98.0")).Ended(0);
        var whole = await TimeAsync("link", link, "1.97.3");
        var seen = new HashSet<string?>();
        for (var i = 0; i < s_kills / 5; i++)
        {
            await KillAsync(whole, "link", link, i % 2 == 0 ? "1.98.0" : "1.97.3");
            _audit.RequireLink(link);
            seen.Add(new DirectoryInfo(link).LinkTarget);
            // Whatever was under way, what the link leads to is not removed.
            Assert.NotEqual(0, (await _machine.RunAsync("uninstall", VersionAt(link))).ExitCode);
        }

        (await _machine.RunAsync("link", link, "1.97.3")).Ended(0);
        (await _machine.RunAsync("prune")).Ended(0);
        Assert.Equal(Layout.Toolchain($"go1.97.3.{GoPlatform.Host.ToFileName()}"), new DirectoryInfo(link).LinkTarget);
        Assert.Equal(
            [link],
            Directory.GetFileSystemEntries(_machine.Home).Where(e => Path.GetFileName(e).Contains("go", StringComparison.Ordinal))
        );
        _audit.RequireTidy();
    }

    [Fact]
    public async Task A_kill_at_any_moment_of_a_removal_leaves_a_complete_tree_or_none_and_never_touches_another()
    {
        AddSmallRelease("1.98.0");
        (await _machine.RunAsync("install", "1.98.0")).Ended(0);
        (await _machine.RunAsync("install", _release.Version)).Ended(0);
        var whole = await TimeAsync("prune", "--keep", "1");
        var newest = $"go1.98.0.{GoPlatform.Host.ToFileName()}";
        for (var i = 0; i < s_kills / 5; i++)
        {
            (await _machine.RunAsync("install", _release.Version)).Ended(0);
            await KillAsync(whole, "prune", "--keep", "1");

            Assert.Contains(newest, _audit.RequireComplete());
            (await _machine.RunAsync("prune", "--keep", "1")).Ended(0);
            Assert.Equal([newest], _audit.RequireComplete());
            _audit.RequireTidy();
        }
    }

    [Fact]
    public async Task Sixteen_processes_at_once_download_once()
    {
        var before = _release.Mirror.Count(_release.Path);
        var processes = Enumerable.Range(0, 16).Select(_ => _machine.Start("install", _release.Version)).ToList();
        var runs = await Task.WhenAll(processes.Select(ToolMachine.EndAsync));
        processes.ForEach(p => p.Dispose());

        Assert.All(runs, run => Assert.Equal(Layout.Toolchain(_release.Toolchain) + "\n", run.Ended(0).Out));
        Assert.Equal(1, _release.Mirror.Count(_release.Path) - before);
        Assert.Equal([_release.Path[1..]], Directory.GetFiles(Layout.Downloads).Select(Path.GetFileName));
        _audit.RequireTidy();
    }

    public void Dispose()
    {
        _machine.Dispose();
        if (Directory.Exists(_store))
        {
            Directory.Delete(_store, recursive: true);
        }
    }

    private void AddSmallRelease(string version)
    {
        var model = SyntheticGoRoot.Create(_machine.Scratch["model", version], version).Root;
        _release.Mirror.AddRelease(version, ReleaseArchive.For(ReleaseArchive.Entries(model)));
        var files = new DirectoryInfo(model).EnumerateFiles("*", SearchOption.AllDirectories);
        _expected[$"go{version}.{GoPlatform.Host.ToFileName()}"] = new Manifest(
            files.Select(f => new ManifestEntry(
                Path.GetRelativePath(model, f.FullName).Replace('\\', '/'),
                f.Length,
                UnixFileMode.None,
                new Sha256Digest(SHA256.HashData(File.ReadAllBytes(f.FullName)))
            ))
        );
    }

    private static string VersionAt(string link) => File.ReadAllLines(Path.Combine(link, "VERSION"))[0]["go".Length..];

    private async Task KillAsync(TimeSpan whole, params string[] arguments)
    {
        using var process = _machine.Start(arguments);
#pragma warning disable CA5394 // It only picks moments.
        var moment = whole * _random.NextDouble();
#pragma warning restore CA5394
        await Task.Delay(moment, TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private async Task<TimeSpan> TimeAsync(params string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        (await _machine.RunAsync(arguments)).Ended(0);
        return clock.Elapsed;
    }

    private async Task RequireThatGoRunsAsync()
    {
        var run = (await _machine.RunAsync("exec", _release.Version, "--", "go", "version")).Ended(0);
        Assert.Contains("go" + _release.Version, run.Out, StringComparison.Ordinal);
    }
}
