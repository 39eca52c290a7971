using GoToolchain.Core.Tests.Store;
using GoToolchain.Fixtures;
using GoToolchain.Recovery.Snapshots;

namespace GoToolchain.Core.Tests.Recovery.Snapshots;

public sealed class SnapshotTests : StoreTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_restored_tree_is_the_one_that_was_content_by_content_mode_by_mode_and_time_by_time(bool compress)
    {
        var root = MakeForeign();
        var before = TreeFacts.Of(root);
        await Manager().CreateSnapshotAsync($"path:{root}", new GoSnapshotOptions { Compress = compress }, Cancel);
        ScratchDirectory.Remove(root);

        var restore = await Manager().RestoreSnapshotAsync(root, cancel: Cancel);

        Assert.Equal(root, restore.Root);
        Assert.False(restore.Replaced);
        Assert.Equal(before, TreeFacts.Of(root));
        Assert.Empty(Directory.GetFileSystemEntries(Layout.Staging));
    }

    [Fact]
    public async Task What_is_edited_in_place_in_the_live_tree_does_not_reach_the_snapshot()
    {
        var root = MakeForeign();
        var before = TreeFacts.Of(root);
        var snapshot = await Manager().CreateSnapshotAsync($"path:{root}", cancel: Cancel);
        foreach (
            var file in new DirectoryInfo(Path.Combine(root, "src"))
                .GetFiles("*", SearchOption.AllDirectories)
                .Where(f => f.LinkTarget is null)
        )
        {
            // The same inode, as an editor that does not rename, or `>>` of a shell.
            await using var stream = file.Open(FileMode.Open, FileAccess.Write);
            stream.WriteByte((byte)'!');
        }

        Assert.True((await Manager().DrillSnapshotAsync(snapshot.Id, cancel: Cancel)).IsPassed);
        await Manager().RestoreSnapshotAsync(snapshot.Id, force: true, cancel: Cancel);
        Assert.Equal(before, TreeFacts.Of(root));
    }

    [Fact]
    public async Task What_versions_have_in_common_is_stored_once_and_the_cost_of_each_is_what_comes_free_with_it()
    {
        var (old, now) = (await InstallAsync("1.96.1"), await InstallAsync("1.97.3"));
        var first = await Manager().CreateSnapshotAsync("1.96", cancel: Cancel);
        var second = await Manager().CreateSnapshotAsync("1.97", cancel: Cancel);

        Assert.True(first.IsAsInstalled && second.IsAsInstalled);
        var list = Manager().ListSnapshots();
        Assert.Equal([second.Id, first.Id], list.Snapshots.Select(s => s.Id));
        // Only the VERSION files differ.
        Assert.Equal(new FileInfo(Path.Combine(old, "VERSION")).Length, list.Snapshots[1].OwnBytes);
        Assert.Equal(new FileInfo(Path.Combine(now, "VERSION")).Length, list.Snapshots[0].OwnBytes);
        Assert.Equal(list.Bytes, ObjectFiles().Sum(f => f.Length));
        Assert.True(list.Bytes < first.Bytes + second.Bytes);
    }

    [Fact]
    public async Task A_link_that_leads_out_of_the_tree_is_followed_so_that_the_snapshot_is_whole()
    {
        var root = MakeForeign();
        var share = Scratch["share/src"];
        Directory.CreateDirectory(Scratch["share"]);
        Directory.Move(Path.Combine(root, "src"), share);
        Directory.CreateSymbolicLink(Path.Combine(root, "src"), share);
        var snapshot = await Manager().CreateSnapshotAsync($"path:{root}", cancel: Cancel);
        ScratchDirectory.Remove(root);
        ScratchDirectory.Remove(share);

        await Manager().RestoreSnapshotAsync(snapshot.Id, cancel: Cancel);

        Assert.Equal("package fmt\n", await File.ReadAllTextAsync(Path.Combine(root, "src/fmt/print.go"), Cancel));
    }

    [Fact]
    public async Task What_is_there_is_not_overwritten_unless_it_is_forced_and_then_it_is_there_until_the_last_moment()
    {
        var root = MakeForeign();
        var snapshot = await Manager().CreateSnapshotAsync($"path:{root}", cancel: Cancel);
        await File.WriteAllTextAsync(Path.Combine(root, "VERSION"), "damaged", Cancel);

        var refused = await Assert.ThrowsAsync<GoToolchainException>(() => Manager().RestoreSnapshotAsync(snapshot.Id, cancel: Cancel));
        Assert.Equal(GoErrorCodes.RestoreRefused, refused.Code);
        Assert.Equal("damaged", await File.ReadAllTextAsync(Path.Combine(root, "VERSION"), Cancel));

        Assert.True((await Manager().RestoreSnapshotAsync(snapshot.Id, force: true, cancel: Cancel)).Replaced);
        Assert.StartsWith("go1.97.3", await File.ReadAllTextAsync(Path.Combine(root, "VERSION"), Cancel), StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(root)!));
    }

    [Fact]
    public async Task A_toolchain_of_the_store_comes_back_with_its_receipt_and_is_trusted_as_before()
    {
        var root = await InstallAsync("1.97.3");
        var trust = Manager().Find("1.97")!.Trust;
        await Manager().CreateSnapshotAsync("1.97", cancel: Cancel);
        await Manager().UninstallAsync("1.97", Cancel);
        Assert.Null(Manager().Find("1.97"));

        await Manager().RestoreSnapshotAsync(cancel: Cancel);

        Assert.Equal((root, trust), (Manager().Find("1.97")!.Root, Manager().Find("1.97")!.Trust));
        Assert.True(File.Exists(Layout.Manifest(Path.GetFileName(root))));
    }

    [Fact]
    public async Task A_link_stays_one_and_the_tree_that_it_led_to_comes_back()
    {
        var root = MakeForeign();
        var link = Scratch.CreateLink("usr/local/go", root);
        await Manager().CreateSnapshotAsync($"path:{link}", cancel: Cancel);
        ScratchDirectory.Remove(root);

        await Manager().RestoreSnapshotAsync(link, cancel: Cancel);

        Assert.Equal(root, new FileInfo(link).LinkTarget);
        Assert.True(File.Exists(Path.Combine(root, "VERSION")));
    }

    [Fact]
    public async Task A_damaged_content_fails_the_drill_and_the_restore_with_a_code_and_is_stored_anew_by_the_next_snapshot()
    {
        var root = MakeForeign();
        var snapshot = await Manager().CreateSnapshotAsync($"path:{root}", cancel: Cancel);
        var content = ObjectFiles().First(f => File.ReadAllText(f.FullName) == "package fmt\n");
        content.Delete();
        await File.WriteAllTextAsync(content.FullName, "package f?t\n", Cancel);

        var drill = await Manager().DrillSnapshotAsync(snapshot.Id, cancel: Cancel);
        Assert.False(drill.IsPassed);
        Assert.Contains("src/fmt/print.go", Assert.Single(drill.Problems), StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<GoToolchainException>(() =>
            Manager().RestoreSnapshotAsync(snapshot.Id, Scratch["elsewhere"], cancel: Cancel)
        );
        Assert.Equal(GoErrorCodes.SnapshotDamaged, error.Code);
        Assert.False(Directory.Exists(Scratch["elsewhere"]));

        await Manager().CreateSnapshotAsync($"path:{root}", cancel: Cancel);
        Assert.True((await Manager().DrillSnapshotAsync(snapshot.Id, cancel: Cancel)).IsPassed);
    }

    [Fact]
    public async Task A_drill_over_its_limit_is_not_passed_and_leaves_nothing()
    {
        await Manager().CreateSnapshotAsync($"path:{MakeForeign()}", cancel: Cancel);

        var drill = await Manager().DrillSnapshotAsync(limit: TimeSpan.Zero, cancel: Cancel);

        Assert.Empty(drill.Problems);
        Assert.False(drill.IsInTime || drill.IsPassed);
        Assert.Empty(Directory.GetFileSystemEntries(Layout.Staging));
    }

    [Fact]
    public async Task A_snapshot_that_nobody_made_has_a_code_and_says_how_to_see_which_there_are()
    {
        var error = await Assert.ThrowsAsync<GoToolchainException>(() => Manager().RestoreSnapshotAsync("2026", cancel: Cancel));

        Assert.Equal(GoErrorCodes.NoSnapshot, error.Code);
        Assert.Contains("snapshot list", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_file_system_can_files_are_cloned()
    {
        var place = Environment.GetEnvironmentVariable("GOTC_TEST_REFLINK_DIR");
        Assert.SkipUnless(place is not null, "GOTC_TEST_REFLINK_DIR names no directory on btrfs or XFS.");
        var directory = Path.Combine(place, Path.GetRandomFileName());
        var root = SyntheticGoRoot.Create(Path.Combine(directory, "go"), "1.97.3").Root;
        await File.WriteAllBytesAsync(Path.Combine(root, "large"), new byte[1 << 20], Cancel);
        var before = TreeFacts.Of(root);
        var manager = new GoToolchainManager(Manager().Options with { Store = Path.Combine(directory, "store") });

        var snapshot = await manager.CreateSnapshotAsync($"path:{root}", cancel: Cancel);
        await File.AppendAllTextAsync(Path.Combine(root, "large"), "x", Cancel);

        Assert.True(snapshot.ClonedBytes >= 1 << 20);
        await manager.RestoreSnapshotAsync(force: true, cancel: Cancel);
        Assert.Equal(before, TreeFacts.Of(root));
        Directory.Delete(directory, recursive: true);
    }

    // With all that a tree of somebody else may have.
    private string MakeForeign()
    {
        var go = SyntheticGoRoot.Create(Scratch["opt/go"], "1.97.3");
        go.Write("src/cmd/README.vendor", "text");
        go.Write("empty.txt", "");
        Directory.CreateDirectory(go["src/empty"]);
        File.CreateSymbolicLink(go["src/link"], "fmt/print.go");
        File.CreateSymbolicLink(go["src/nowhere"], "not-there");
        File.SetLastWriteTimeUtc(go["VERSION"], new DateTime(2020, 2, 3, 4, 5, 6, 789, DateTimeKind.Utc));
        if (!OperatingSystem.IsWindows())
        {
            foreach (var directory in Directory.GetDirectories(go.Root, "*", SearchOption.AllDirectories).Prepend(go.Root))
            {
                File.SetUnixFileMode(directory, (UnixFileMode)0b111_101_101);
            }

            File.SetUnixFileMode(go["src/fmt/print.go"], (UnixFileMode)0b100_100_100);
            File.SetUnixFileMode(go["src/fmt"], (UnixFileMode)0b101_101_101);
        }

        return go.Root;
    }

    private IEnumerable<FileInfo> ObjectFiles() =>
        new DirectoryInfo(Path.Combine(Layout.Snapshots, "objects")).EnumerateFiles("*", SearchOption.AllDirectories);
}
