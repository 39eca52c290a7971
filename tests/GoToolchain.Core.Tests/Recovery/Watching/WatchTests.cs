using GoToolchain.Recovery.Content;
using GoToolchain.Recovery.Watching;

namespace GoToolchain.Core.Tests.Recovery.Watching;

public sealed class WatchTests : WatchTest
{
    [Fact]
    public async Task A_change_is_one_event_with_what_differs_and_its_end_is_one_too()
    {
        var go = MakeTree();
        Assert.Equal(GoRootState.Intact, (await WatchAsync(go.Root)).State);

        go.Write("src/fmt/print.go", "package fmt // edited\n");
        var changed = await UntilAsync(GoRootState.Damaged);
        Assert.Equal([new ContentDifference("src/fmt/print.go", ContentDifferenceKind.Modified)], changed.Differences);
        Assert.Equal(["src/fmt/print.go"], changed.Touched);
        Assert.Equal(GoErrorCodes.RootChanged, changed.Code);
        Assert.Contains("gotoolchain repair", changed.NextStep, StringComparison.Ordinal);

        go.Write("src/fmt/print.go", "package fmt\n");
        var mended = await UntilAsync(GoRootState.Intact);
        Assert.Empty(mended.Differences);
        Assert.Null(mended.Code);
        Assert.Equal([GoRootEventKind.Started, GoRootEventKind.Changed, GoRootEventKind.Changed], Events.Select(e => e.Kind));
    }

    [Fact]
    public async Task An_editor_that_renames_over_a_file_is_seen_and_the_same_content_is_no_damage()
    {
        var go = MakeTree();
        await WatchAsync(go.Root);

        go.Write("src/fmt/.print.go.swp", "package fmt // edited\n");
        File.Move(go["src/fmt/.print.go.swp"], go["src/fmt/print.go"], overwrite: true);
        var edited = await UntilAsync(GoRootState.Damaged, 1);
        Assert.Equal("src/fmt/print.go", Assert.Single(edited.Differences).Path);

        go.Write("src/fmt/.print.go.swp", "package fmt\n");
        File.Move(go["src/fmt/.print.go.swp"], go["src/fmt/print.go"], overwrite: true);
        await UntilAsync(GoRootState.Intact);
    }

    [Fact]
    public async Task Modes_new_files_new_directories_and_links_are_differences_of_their_kind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no modes.");
        var go = MakeTree();
        await WatchAsync(go.Root);

#pragma warning disable CA1416 // It is not Windows, or the test is skipped.
        File.SetUnixFileMode(go["bin/go"], UnixFileMode.UserRead);
#pragma warning restore CA1416
        go.Write("src/fmt/extra.go", "package fmt\n");
        go.Write("src/more/deep/below.go", "package deep\n");
        File.Delete(go["bin/gofmt"]);
        File.CreateSymbolicLink(go["bin/gofmt"], "nowhere");
        var changed = await UntilAsync(GoRootState.Damaged, 4);

        Assert.Equal(
            [
                new ContentDifference("bin/go", ContentDifferenceKind.WrongMode),
                new ContentDifference("bin/gofmt", ContentDifferenceKind.Dangling),
                new ContentDifference("src/fmt/extra.go", ContentDifferenceKind.Extra),
                new ContentDifference("src/more", ContentDifferenceKind.Extra),
            ],
            changed.Differences
        );
    }

    [Fact]
    public async Task What_is_made_in_a_new_directory_at_once_and_later_is_seen()
    {
        var go = MakeTree();
        await WatchAsync(go.Root);
        Directory.Delete(go["src/fmt"], recursive: true);
        await UntilAsync(GoRootState.Damaged, 1);

        go.Write("src/fmt/print.go", "package other\n");
        await UntilAsync(e => e.Differences.Any(d => d is { Path: "src/fmt/print.go", Kind: ContentDifferenceKind.Modified }));
        // By a watch that was set on the new directory.
        go.Write("src/fmt/print.go", "package fmt\n");
        await UntilAsync(GoRootState.Intact);
    }

    [Fact]
    public async Task A_directory_that_is_moved_away_and_back_is_watched_as_before()
    {
        var go = MakeTree();
        await WatchAsync(go.Root);
        Directory.Move(go["src"], Scratch["elsewhere"]);
        await UntilAsync(GoRootState.Damaged, 2);
        await File.WriteAllTextAsync(Scratch["elsewhere/fmt/print.go"], "package gone\n", Cancel);
        Directory.Move(Scratch["elsewhere"], go["src"]);
        var back = await UntilAsync(GoRootState.Damaged, 1);
        Assert.Equal("src/fmt/print.go", Assert.Single(back.Differences).Path);

        go.Write("src/fmt/print.go", "package fmt\n");
        await UntilAsync(GoRootState.Intact);
    }

    [Fact]
    public async Task A_directory_above_that_is_renamed_takes_the_GOROOT_with_it()
    {
        var go = MakeTree("home/sdk/here/go");
        await WatchAsync(go.Root);

        Directory.Move(Scratch["home/sdk"], Scratch["home/sdk-old"]);
        Assert.Equal(GoErrorCodes.RootChanged, (await UntilAsync(GoRootState.Missing)).Code);
        Directory.Move(Scratch["home/sdk-old"], Scratch["home/sdk"]);
        await UntilAsync(GoRootState.Intact);
        go.Write("VERSION", "damaged");
        await UntilAsync(GoRootState.Damaged, 1);
    }

    [Fact]
    public async Task A_link_that_comes_to_lead_to_another_toolchain_is_watched_for_what_that_one_should_be()
    {
        var old = await InstallAsync("1.96.1");
        var now = await InstallAsync("1.97.3");
        var link = Scratch["home/go"];
        Scratch.CreateDirectory("home");
        await Manager().LinkAsync(link, "1.96", Cancel);
        Assert.Equal(GoRootState.Intact, (await WatchAsync(link)).State);
        await File.WriteAllTextAsync(Path.Combine(old, "VERSION"), "damaged", Cancel);
        await UntilAsync(GoRootState.Damaged, 1);

        await Manager().LinkAsync(link, "1.97", Cancel);
        await UntilAsync(GoRootState.Intact);
        await File.WriteAllTextAsync(Path.Combine(now, "VERSION"), "damaged", Cancel);
        await UntilAsync(GoRootState.Damaged, 1);
        File.Delete(link);
        await UntilAsync(GoRootState.Missing);
    }

    [Fact]
    public async Task The_state_at_the_start_is_measured_by_the_manifest_for_a_toolchain_of_the_store()
    {
        var root = await InstallAsync("1.97.3");
        File.Delete(Path.Combine(root, "bin/gofmt"));

        var started = await WatchAsync(root);

        Assert.Equal(GoRootState.Damaged, started.State);
        Assert.Equal([new ContentDifference("bin/gofmt", ContentDifferenceKind.Missing)], started.Differences);
    }

    [Fact]
    public async Task Where_nothing_is_and_nothing_tells_what_should_be_there_is_a_code()
    {
        var watcher = Manager().Watch("path:" + Scratch["nowhere"]);

        var error = await Assert.ThrowsAsync<GoToolchainException>(async () =>
        {
            await foreach (var _ in watcher.WatchAsync(Cancel)) { }
        });

        Assert.Equal(GoErrorCodes.NotWatchable, error.Code);
    }

    [Fact]
    public async Task A_GOROOT_that_is_gone_already_is_known_from_its_snapshot_and_its_return_is_seen()
    {
        var go = MakeTree();
        await Manager().CreateSnapshotAsync($"path:{go.Root}", cancel: Cancel);
        Directory.Delete(go.Root, recursive: true);

        Assert.Equal(GoRootState.Missing, (await WatchAsync(go.Root)).State);
        await Manager().RestoreSnapshotAsync(go.Root, cancel: Cancel);
        await UntilAsync(GoRootState.Intact);
    }

    [Fact]
    public async Task Another_version_that_stays_complete_in_the_place_of_a_foreign_one_is_taken_for_an_upgrade()
    {
        var go = MakeTree();
        await WatchAsync(go.Root, new GoWatchOptions { AdoptAfter = TimeSpan.FromMilliseconds(500), Heal = true });
        await UntilAsync(e => e.Kind == GoRootEventKind.SnapshotMade);

        go.Write("VERSION", "go1.98.0\ntime 2026-05-29T19:37:36Z\n");
        var adopted = await UntilAsync(e => e.Kind == GoRootEventKind.Adopted);

        Assert.Equal(GoRootState.Intact, adopted.State);
        var snapshot = await UntilAsync(e => e.Kind == GoRootEventKind.SnapshotMade);
        Assert.Equal("1.98.0", Manager().ListSnapshots().Snapshots.First(s => s.Id == snapshot.SnapshotId).Version!.ToString());
        Assert.DoesNotContain(Events, e => e.Kind is GoRootEventKind.Healed or GoRootEventKind.HealFailed);
    }
}
