using System.Diagnostics;
using System.Globalization;
using CliWrap;
using CliWrap.Buffered;
using GoToolchain.Fixtures;
using GoToolchain.Store;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

/// <summary>
/// Repairs of a real Go, ended by SIGKILL at any moment. <c>GOTC_TEST_KILLS</c> says how many processes are killed in all, as for the store.
/// </summary>
public sealed class RepairKillTests : IDisposable
{
    private static readonly int s_kills = int.Parse(
        Environment.GetEnvironmentVariable("GOTC_TEST_KILLS") is { Length: > 0 } kills ? kills : "12",
        CultureInfo.InvariantCulture
    );

    private readonly Random _random = new(20260707);
    private readonly ToolMachine _machine = new();
    private readonly string _store = Path.Combine(
        Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
        "gotc-test-" + Path.GetRandomFileName()
    );

    private string _name = "";

    private StoreLayout Layout => new(_store);

    private string Root => Layout.Toolchain(_name);

    [Fact]
    public async Task A_kill_at_any_moment_of_a_repair_leaves_each_file_as_it_was_or_as_it_should_be_and_the_next_run_finishes_it()
    {
        var audit = await CreateStoreAsync();
        Damage();
        var whole = await TimeAsync("repair", Root, "--tree-only", "--offline");
        var resumed = 0;
        for (var i = 0; i < s_kills / 2; i++)
        {
            Damage();
            await KillAsync(whole, "repair", Root, "--tree-only", "--offline");
            RequireOldOrNew();

            var run = (await _machine.RunAsync("repair", Root, "--tree-only", "--offline", "--json")).Ended(0);
            resumed += run.Json.GetProperty("resumed").GetBoolean() ? 1 : 0;
            audit.RequireComplete(content: i == 0);
            audit.RequireTidy();
            Assert.Empty(Directory.GetFileSystemEntries(Layout.Journal));
        }

        // Otherwise the moments were badly chosen.
        Assert.True(s_kills < 50 || resumed > 0, "No kill came between the first and the last step.");
        audit.RequireComplete(content: true);
        Assert.Equal(
            "mine",
            await File.ReadAllTextAsync(
                Directory.GetFiles(Layout.Quarantine, "mine.txt", SearchOption.AllDirectories)[0],
                TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public async Task A_replacement_that_is_killed_at_any_moment_is_never_noticed_by_who_runs_go_meanwhile()
    {
        var audit = await CreateStoreAsync();
        var whole = await TimeAsync("repair", Root, "--whole", "--tree-only", "--offline");
        using var done = new CancellationTokenSource();
        var reading = Task.Run(() => ReadAsync(done.Token));
        for (var i = 0; i < s_kills / 2; i++)
        {
            await KillAsync(whole, "repair", Root, "--whole", "--tree-only", "--offline");
            audit.RequireComplete();
        }

        (await _machine.RunAsync("repair", Root, "--whole", "--tree-only", "--offline")).Ended(0);
        await done.CancelAsync();
        var (runs, failures) = await reading;

        Assert.Empty(failures);
        Assert.True(runs > s_kills, $"go ran only {runs} times.");
        audit.RequireComplete(content: true);
        audit.RequireTidy();
        Assert.Empty(Directory.GetFileSystemEntries(Layout.Journal));
    }

    public void Dispose()
    {
        _machine.Dispose();
        if (Directory.Exists(_store))
        {
            Directory.Delete(_store, recursive: true);
        }
    }

    // A real Go in the store, with its records, and another tree of it where golang.org/dl would put it.
    private async Task<StoreAudit> CreateStoreAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "SIGKILL.");
        var go = await TestGo.EnsureAsync("1.23");
        _name = Path.GetFileName(go.Root);
        _machine.Variables["GOTC_STORE"] = _store;
        var from = new StoreLayout(TestGo.Store);
        foreach (
            var directory in (string[])
                [Layout.Toolchains, Layout.Manifests, Layout.Receipts, Layout.Staging, Layout.Locks, Layout.Downloads]
        )
        {
            Directory.CreateDirectory(directory);
        }

        GoRootCopy.At(go, Root);
        File.Copy(from.Manifest(_name), Layout.Manifest(_name));
        File.Copy(from.Receipt(_name), Layout.Receipt(_name));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(Layout.Manifest(_name), DateTime.UtcNow);
        Directory.CreateDirectory(Path.Combine(_machine.Home, "sdk"));
        Directory.CreateSymbolicLink(Path.Combine(_machine.Home, "sdk", $"go{go.Version}"), go.Root);
        return new StoreAudit(Layout, new Dictionary<string, Manifest> { [_name] = Manifest.Read(from.Manifest(_name))! });
    }

    private void Damage()
    {
        Directory.Delete(Path.Combine(Root, "src", "net"), recursive: true);
        var compiler = Path.Combine(Root, "pkg", "tool", $"{GoPlatform.Host.Os}_{GoPlatform.Host.Arch}", "compile");
        File.Delete(compiler);
        File.WriteAllText(compiler, "damaged");
        File.WriteAllText(Path.Combine(Root, "mine.txt"), "mine");
    }

    // Of what was damaged each file is missing, damaged, or whole; nothing in between has the name of a file.
    private void RequireOldOrNew()
    {
        foreach (var entry in Manifest.Read(new StoreLayout(TestGo.Store).Manifest(_name))!.Entries)
        {
            var file = new FileInfo(Path.Combine(Root, entry.Path));
            var size = file.Exists ? file.Length : entry.Size;
            Assert.True(size == entry.Size || size == "damaged".Length, $"{entry.Path} has {size} bytes instead of {entry.Size}.");
        }
    }

    private async Task<(int Runs, List<string> Failures)> ReadAsync(CancellationToken done)
    {
        var (runs, failures) = (0, new List<string>());
        var go = Path.Combine(Root, "bin", "go");
        while (!done.IsCancellationRequested)
        {
            try
            {
                var run = await Cli.Wrap(go)
                    .WithArguments("version")
                    .WithEnvironmentVariables(
                        new Dictionary<string, string?>
                        {
                            ["GOROOT"] = null,
                            ["GOTOOLCHAIN"] = "local",
                            ["GOENV"] = "off",
                        }
                    )
                    .WithValidation(CommandResultValidation.None)
                    .ExecuteBufferedAsync(CancellationToken.None);
                if (run.ExitCode != 0 || !run.StandardOutput.StartsWith("go version go", StringComparison.Ordinal))
                {
                    failures.Add($"{run.ExitCode}: {run.StandardOutput}{run.StandardError}");
                }
            }
            catch (System.ComponentModel.Win32Exception e)
            {
                failures.Add(e.Message);
            }

            runs++;
        }

        return (runs, failures);
    }

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
}
