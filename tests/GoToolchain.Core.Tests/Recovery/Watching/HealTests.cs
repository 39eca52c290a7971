using GoToolchain.Core.Tests.Recovery.Snapshots;
using GoToolchain.Recovery.Watching;

namespace GoToolchain.Core.Tests.Recovery.Watching;

public sealed class HealTests : WatchTest
{
    private static readonly GoWatchOptions s_heal = new() { Heal = true, HealDelay = TimeSpan.FromMilliseconds(300) };

    [Fact]
    public async Task A_toolchain_of_the_store_is_repaired_file_by_file_and_after_it_was_removed()
    {
        var root = await InstallAsync("1.97.3");
        var before = TreeFacts.Of(root);
        await WatchAsync(root, s_heal);
        await UntilAsync(e => e.Kind == GoRootEventKind.SnapshotMade);

        File.Delete(Path.Combine(root, "bin/go"));
        await File.WriteAllTextAsync(Path.Combine(root, "src/fmt/print.go"), "package damaged\n", Cancel);
        var healed = await UntilAsync(e => e.Kind is GoRootEventKind.Healed or GoRootEventKind.HealFailed);
        Assert.True(healed.Kind == GoRootEventKind.Healed, healed.Message);
        Assert.Equal(before, TreeFacts.Of(root));

        Directory.Delete(root, recursive: true);
        healed = await UntilAsync(e => e.Kind is GoRootEventKind.Healed or GoRootEventKind.HealFailed);
        Assert.True(healed.Kind == GoRootEventKind.Healed, healed.Message);
        Assert.Equal(before, TreeFacts.Of(root));
    }

    [Fact]
    public async Task A_tree_of_somebody_else_comes_back_as_it_was_at_the_start_with_what_its_owner_had_changed()
    {
        var go = MakeTree();
        go.Write("src/fmt/print.go", "package fmt // patched by its owner\n");
        go.Write("src/fmt/own.go", "package fmt\n");
        var before = TreeFacts.Of(go.Root);
        await WatchAsync(go.Root, s_heal);
        await UntilAsync(e => e.Kind == GoRootEventKind.SnapshotMade);

        Directory.Delete(go["src"], recursive: true);
        var healed = await UntilAsync(e => e.Kind is GoRootEventKind.Healed or GoRootEventKind.HealFailed);

        Assert.True(healed.Kind == GoRootEventKind.Healed, healed.Message);
        Assert.Equal(before, TreeFacts.Of(go.Root));
    }

    [Fact]
    public async Task A_repair_that_cannot_succeed_is_tried_again_later_and_later()
    {
        var root = await InstallAsync("1.97.3");
        Directory.Delete(Scratch["feed"], recursive: true);
        Directory.Delete(Layout.Downloads, recursive: true);
        await WatchAsync(root, s_heal with { Snapshot = false });

        File.Delete(Path.Combine(root, "bin/go"));
        var first = await UntilAsync(e => e.Kind == GoRootEventKind.HealFailed);
        var second = await UntilAsync(e => e.Kind == GoRootEventKind.HealFailed);
        var third = await UntilAsync(e => e.Kind == GoRootEventKind.HealFailed);

        Assert.NotNull(first.Code);
        Assert.True(second.At - first.At >= TimeSpan.FromMilliseconds(590), $"{second.At - first.At}");
        Assert.True(third.At - second.At >= TimeSpan.FromMilliseconds(1190), $"{third.At - second.At}");
    }

    [Fact]
    public void The_delay_doubles_up_to_its_limit_and_nothing_is_due_for_an_intact_tree()
    {
        var schedule = new HealSchedule(s_heal with { LongestHealDelay = TimeSpan.FromSeconds(1) });
        Assert.Null(schedule.Left);

        schedule.Changed(GoRootState.Damaged);
        Assert.InRange(schedule.Left!.Value.TotalSeconds, 0.1, 0.3);
        for (var i = 0; i < 5; i++)
        {
            schedule.Done(succeeded: false);
        }

        Assert.InRange(schedule.Left!.Value.TotalSeconds, 0.8, 1);
        schedule.Changed(GoRootState.Intact);
        Assert.Null(schedule.Left);
    }
}
