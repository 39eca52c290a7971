using GoToolchain.Core.Tests.Store;
using GoToolchain.Fixtures;
using GoToolchain.Recovery.Snapshots;

namespace GoToolchain.Core.Tests.Recovery.Snapshots;

public sealed class SnapshotPruneTests : StoreTest
{
    private static readonly DateTimeOffset s_day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_is_older_than_seven_days_goes_but_never_the_newest_of_a_GOROOT_even_when_that_is_gone()
    {
        var (a1, a2) = (await MakeAsync("a", day: 0), await MakeAsync("a", day: 1));
        var (b1, b2) = (await MakeAsync("b", day: 0), await MakeAsync("b", day: 20));
        ScratchDirectory.Remove(Scratch["a"]);
        Clock = new SetClock(s_day.AddDays(21));

        var report = await Manager().PruneSnapshotsAsync(cancel: Cancel);

        Assert.Equal(Sort(a1, b1), Sort([.. report.Snapshots.Where(s => s.IsRemoved).Select(s => s.Snapshot.Id)]));
        Assert.Equal(Sort(a2, b2), Sort([.. Manager().ListSnapshots().Snapshots.Select(s => s.Id)]));
        Assert.All([a2, b2], id => Assert.True(Manager().DrillSnapshotAsync(id, cancel: Cancel).Result.IsPassed));
        await Manager().PruneSnapshotsAsync(new GoSnapshotPruneOptions { Keep = 0 }, Cancel);
        Assert.Equal([b2], Manager().ListSnapshots().Snapshots.Select(s => s.Id));
    }

    [Fact]
    public async Task Count_and_size_remove_the_oldest_and_a_dry_run_removes_nothing()
    {
        var (first, second, third) = (await MakeAsync("a", 0), await MakeAsync("a", 1), await MakeAsync("a", 2));
        var options = new GoSnapshotPruneOptions { OlderThan = null };

        var dry = await Manager().PruneSnapshotsAsync(options with { AtMost = 2, DryRun = true }, Cancel);
        Assert.Equal([first], dry.Snapshots.Where(s => s.IsRemoved).Select(s => s.Snapshot.Id));
        Assert.Equal(3, Manager().ListSnapshots().Snapshots.Count);

        var counted = await Manager().PruneSnapshotsAsync(options with { AtMost = 2 }, Cancel);
        Assert.Equal(dry.Bytes, counted.Bytes);
        var all = Manager().ListSnapshots();
        Assert.Equal([third, second], all.Snapshots.Select(s => s.Id));

        var sized = await Manager().PruneSnapshotsAsync(options with { MaxBytes = all.Bytes - 1 }, Cancel);
        Assert.Equal([second], sized.Snapshots.Where(s => s.IsRemoved).Select(s => s.Snapshot.Id));
        Assert.Equal(sized.KeptBytes, Manager().ListSnapshots().Bytes);
        Assert.Equal(all.Bytes - sized.Bytes, sized.KeptBytes);
    }

    [Fact]
    public async Task Contents_that_no_snapshot_needs_and_snapshots_that_cannot_be_read_go()
    {
        var id = await MakeAsync("a", day: 0);
        var orphan = Scratch.CreateFile("store/snapshots/objects/ab/" + new string('c', 62), "left by a killed process");
        var damaged = Scratch.CreateFile("store/snapshots/catalog/20250101-000000-000/snapshot.json", "{");
        Assert.Contains(Manager().ListSnapshots().Snapshots, s => s.IsDamaged);

        var report = await Manager().PruneSnapshotsAsync(new GoSnapshotPruneOptions { OlderThan = null }, Cancel);

        Assert.Equal("left by a killed process".Length, report.Bytes);
        Assert.False(File.Exists(orphan) || File.Exists(damaged));
        Assert.True((await Manager().DrillSnapshotAsync(id, cancel: Cancel)).IsPassed);
    }

    private async Task<string> MakeAsync(string name, int day)
    {
        Clock = new SetClock(s_day.AddDays(day));
        var go = SyntheticGoRoot.Create(Scratch[name], "1.97.3");
        go.Write("src/fmt/day.go", $"package fmt // {name} {day}\n");
        return (await Manager().CreateSnapshotAsync($"path:{go.Root}", cancel: Cancel)).Id;
    }

    private static IEnumerable<string> Sort(params string[] ids) => ids.Order(StringComparer.Ordinal);

    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
