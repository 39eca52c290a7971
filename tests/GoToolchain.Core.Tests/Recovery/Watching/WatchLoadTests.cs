using System.Globalization;
using GoToolchain.Recovery.Content;
using GoToolchain.Recovery.Watching;

namespace GoToolchain.Core.Tests.Recovery.Watching;

/// <summary>
/// A watch under load. <c>GOTC_TEST_WATCH_EVENTS</c> says how many files are written in a burst, and <c>GOTC_TEST_WATCH_ROUNDS</c> how often the tree is
/// removed and restored; the requirement is 20000 and 10.
/// </summary>
public sealed class WatchLoadTests : WatchTest
{
    private static readonly int s_files = Setting("GOTC_TEST_WATCH_EVENTS", 2000);
    private static readonly int s_rounds = Setting("GOTC_TEST_WATCH_ROUNDS", 3);

    [Fact]
    public async Task A_burst_ends_in_the_state_in_which_the_tree_is_and_takes_bounded_memory()
    {
        var go = MakeTree();
        await WatchAsync(go.Root);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < s_files; i++)
        {
            go.Write(string.Create(CultureInfo.InvariantCulture, $"src/fmt/burst{i % 50}/file{i}.go"), "package burst\n");
        }

        go.Write("src/fmt/print.go", "package fmt // edited\n");
        var full = await UntilAsync(GoRootState.Damaged, 51);
        Assert.True(full.Touched.Count <= GoRootEvent.MostNamed);
        for (var i = 0; i < 50; i++)
        {
            Directory.Delete(go[string.Create(CultureInfo.InvariantCulture, $"src/fmt/burst{i}")], recursive: true);
        }

        var last = await UntilAsync(GoRootState.Damaged, 1);
        Assert.Equal([new ContentDifference("src/fmt/print.go", ContentDifferenceKind.Modified)], last.Differences);
        go.Write("src/fmt/print.go", "package fmt\n");
        await UntilAsync(GoRootState.Intact);
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        // Other tests of this process take some too.
        Assert.True(grown < 64 << 20, $"{grown:N0} bytes more than before.");
    }

    [Fact]
    public async Task A_tree_that_is_removed_and_restored_again_and_again_is_told_of_each_time()
    {
        var go = MakeTree();
        var model = Scratch["model"];
        Copy(go.Root, model);
        await WatchAsync(go.Root);
        for (var i = 0; i < s_rounds; i++)
        {
            Directory.Delete(go.Root, recursive: true);
            await UntilAsync(GoRootState.Missing);
            // As an unpacker makes it: one directory after the other, in its place.
            Copy(model, go.Root);
            await UntilAsync(GoRootState.Intact);
        }

        Directory.Move(go.Root, go.Root + ".old");
        Copy(model, go.Root);
        await File.AppendAllTextAsync(go["VERSION"], "x", Cancel);
        await UntilAsync(GoRootState.Damaged, 1);
    }

    [Fact]
    public async Task Whoever_takes_the_events_slowly_gets_the_final_state()
    {
        var go = MakeTree();
        var watcher = Manager().Watch($"path:{go.Root}", new GoWatchOptions { Snapshot = false });
        await using var events = watcher.WatchAsync(Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await events.MoveNextAsync());
        for (var i = 0; i < 200; i++)
        {
            go.Write("src/fmt/print.go", string.Create(CultureInfo.InvariantCulture, $"package fmt // {i}\n"));
            await Task.Delay(5, Cancel);
        }

        go.Write("src/fmt/print.go", "package fmt\n");
        // A second of changes, and nobody has looked.
        var told = 0;
        do
        {
            Assert.True(await events.MoveNextAsync());
            told++;
        } while (events.Current.Kind != GoRootEventKind.Changed);

        Assert.Equal(GoRootState.Intact, events.Current.State);
        Assert.True(told <= 2);
    }

    private static int Setting(string name, int otherwise) =>
        int.Parse(Environment.GetEnvironmentVariable(name) is { Length: > 0 } set ? set : $"{otherwise}", CultureInfo.InvariantCulture);
}
