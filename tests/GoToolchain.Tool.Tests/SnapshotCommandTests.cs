using System.Diagnostics;
using System.Globalization;
using GoToolchain.Fixtures;
using GoToolchain.Store;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

public sealed class SnapshotCommandTests : IDisposable
{
    private static readonly int s_kills = int.Parse(
        Environment.GetEnvironmentVariable("GOTC_TEST_KILLS") is { Length: > 0 } kills ? kills : "35",
        CultureInfo.InvariantCulture
    );

    private readonly ToolMachine _machine = new();
    private readonly string _root;

    public SnapshotCommandTests()
    {
        var go = SyntheticGoRoot.Create(Path.Combine(_machine.Home, "go"), "1.97.3");
        for (var i = 0; i < 1500; i++)
        {
            go.Write(string.Create(CultureInfo.InvariantCulture, $"src/p{i % 40}/f{i}.go"), $"package p // {i}\n");
        }

        _root = go.Root;
    }

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task A_snapshot_is_made_listed_drilled_restored_and_pruned()
    {
        var id = (await _machine.RunAsync("snapshot", "create", _root)).Ended(0).Out.Trim();
        Assert.Contains(id, (await _machine.RunAsync("snapshot", "list")).Ended(0).Out, StringComparison.Ordinal);
        Assert.StartsWith(
            "passed: ",
            (await _machine.RunAsync("snapshot", "drill", "--limit", "10m")).Ended(0).Out,
            StringComparison.Ordinal
        );
        Directory.Delete(_root, recursive: true);

        Assert.Equal(_root + "\n", (await _machine.RunAsync("snapshot", "restore", _root)).Ended(0).Out);
        Assert.True(File.Exists(Path.Combine(_root, "src/p7/f1447.go")));
        Assert.Contains("GOTC6523", (await _machine.RunAsync("snapshot", "restore", id)).Ended(7).Error, StringComparison.Ordinal);
        var elsewhere = (await _machine.RunAsync("snapshot", "restore", id[..8], "--to", "there")).Ended(0).Out.Trim();
        Assert.Equal(Path.Combine(_machine.Project, "there"), elsewhere);

        Assert.Empty((await _machine.RunAsync("snapshot", "prune", "--older-than", "0m")).Ended(0).Out);
        Assert.Equal(id + "\n", (await _machine.RunAsync("snapshot", "prune", "--older-than", "0m", "--keep", "0")).Ended(0).Out);
        Assert.Contains("GOTC6520", (await _machine.RunAsync("snapshot", "restore")).Ended(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_drill_over_its_limit_ends_with_1_and_json_has_the_times()
    {
        var made = (await _machine.RunAsync("snapshot", "create", _root, "--compress", "--json")).Ended(0).Json;
        var drill = (await _machine.RunAsync("snapshot", "drill", "--limit", "1ms", "--json")).Ended(1).Json;

        Assert.Equal(1511, made.GetProperty("snapshot").GetProperty("files").GetInt32());
        Assert.False(drill.GetProperty("passed").GetBoolean());
        Assert.True(drill.GetProperty("recoveryMilliseconds").GetDouble() > 1);
        Assert.Equal(0, drill.GetProperty("problems").GetArrayLength());
        Assert.True((await _machine.RunAsync("snapshot", "list", "--json")).Ended(0).Json.GetProperty("bytes").GetInt64() > 0);
        Assert.Contains(
            "`5` is not a time",
            (await _machine.RunAsync("snapshot", "drill", "--limit", "5")).Ended(64).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_kill_at_any_moment_leaves_whole_snapshots_and_a_whole_tree_and_the_next_run_tidies_up()
    {
        (await _machine.RunAsync("snapshot", "create", _root)).Ended(0);
        var whole = await TimeAsync("snapshot", "create", _root);
        var staging = new StoreLayout(_machine.Store).Staging;
        for (var i = 0; i < s_kills / 10; i++)
        {
            // Everything anew, so that there is something to interrupt.
            Directory.Delete(Path.Combine(_machine.Store, "snapshots"), recursive: true);
            await KillAsync(whole, i, "snapshot", "create", _root);
            foreach (
                var snapshot in (await _machine.RunAsync("snapshot", "list", "--json"))
                    .Ended(0)
                    .Json.GetProperty("snapshots")
                    .EnumerateArray()
            )
            {
                Assert.False(snapshot.GetProperty("damaged").GetBoolean());
                (await _machine.RunAsync("snapshot", "drill", snapshot.GetProperty("id").GetString()!)).Ended(0);
            }

            (await _machine.RunAsync("snapshot", "create", _root)).Ended(0);
            Assert.Empty(Directory.GetFileSystemEntries(staging));
            await KillAsync(whole, i, "snapshot", "restore", _root, "--force");
            Assert.Equal(1511, Directory.GetFiles(_root, "*", SearchOption.AllDirectories).Length);
            await KillAsync(whole, i, "snapshot", "prune", "--older-than", "0m");
        }

        (await _machine.RunAsync("snapshot", "restore", _root, "--force")).Ended(0);
        (await _machine.RunAsync("snapshot", "prune")).Ended(0);
        (await _machine.RunAsync("snapshot", "drill")).Ended(0);
        Assert.Empty(Directory.GetFileSystemEntries(staging));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(_machine.Home), e => e.Contains("gotc-restore", StringComparison.Ordinal));
    }

    private async Task KillAsync(TimeSpan whole, int round, params string[] arguments)
    {
        using var process = _machine.Start(arguments);
        // Later in each round, over the second half, for in the first .NET starts.
        await Task.Delay(whole * (0.4 + (0.6 * round / Math.Max(1, s_kills / 10))), TestContext.Current.CancellationToken);
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
