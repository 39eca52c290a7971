using System.Runtime.Versioning;
using GoToolchain.Recovery.Content;

namespace GoToolchain.Core.Tests.Recovery;

public sealed class VerificationTests : RecoveryTest
{
    [Fact]
    public async Task What_was_just_installed_is_the_same_and_no_file_is_read_a_second_time()
    {
        await InstallSmallAsync();
        await Task.Delay(50, Cancel);

        var report = await Manager().VerifyAsync(Version, cancel: Cancel);
        var deep = await Manager().VerifyAsync(Version, deep: true, Cancel);

        Assert.True(report.IsSame);
        Assert.Equal(ContentBasis.Installed, report.Basis);
        Assert.True(deep.IsSame);
        Assert.Equal(deep.Content.Files, deep.Content.HashedFiles);
    }

    [UnsupportedOSPlatform("windows")]
    [Fact]
    public async Task Every_kind_of_difference_is_told_apart()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes and links of Unix.");
        var tree = await InstallSmallAsync();
        File.Delete(tree["src/fmt/print.go"]);
        tree.Write("src/runtime/proc.go", "package runtimE\n");
        tree.Write("src/runtime/zz_stale.go", "package runtime\n");
        tree.Write("mine/a/b.txt", "mine");
        File.SetUnixFileMode(tree["bin/gofmt"], UnixFileMode.UserRead);
        File.Delete(tree["VERSION"]);
        Directory.CreateDirectory(tree["VERSION"]);
        File.Delete(tree["pkg/include/textflag.h"]);
        File.CreateSymbolicLink(tree["pkg/include/textflag.h"], "/gone");

        var report = await Manager().VerifyAsync("path:" + tree.Root, cancel: Cancel);

        Assert.Equal(
            [
                ("VERSION", ContentDifferenceKind.WrongType),
                ("bin/gofmt", ContentDifferenceKind.WrongMode),
                ("mine", ContentDifferenceKind.Extra),
                ("pkg/include/textflag.h", ContentDifferenceKind.Dangling),
                ("src/fmt/print.go", ContentDifferenceKind.Missing),
                ("src/runtime/proc.go", ContentDifferenceKind.Modified),
                ("src/runtime/zz_stale.go", ContentDifferenceKind.Extra),
            ],
            report.Content.Differences.Select(d => (d.Path, d.Kind))
        );
    }

    [Fact]
    public async Task A_change_of_the_same_size_with_its_time_set_back_is_seen_all_the_same()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells a time that nobody can set.");
        var tree = await InstallSmallAsync();
        await Task.Delay(50, Cancel);
        var time = File.GetLastWriteTimeUtc(tree["src/fmt/print.go"]);
        tree.Write("src/fmt/print.go", "package fmU\n");
        File.SetLastWriteTimeUtc(tree["src/fmt/print.go"], time);

        var report = await Manager().VerifyAsync(Version, cancel: Cancel);

        Assert.Equal([new ContentDifference("src/fmt/print.go", ContentDifferenceKind.Modified)], report.Content.Differences);
    }

    [Fact]
    public async Task Older_files_that_were_moved_in_with_their_directory_are_seen()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells a time that nobody can set.");
        Scratch.CreateFile("older/print.go", "package fmU\n");
        await Task.Delay(50, Cancel);
        var tree = await InstallSmallAsync();
        await Task.Delay(50, Cancel);
        Directory.Move(tree["src/fmt"], Scratch["aside"]);
        Directory.Move(Scratch["older"], tree["src/fmt"]);

        var report = await Manager().VerifyAsync(Version, cancel: Cancel);

        Assert.Contains(new ContentDifference("src/fmt/print.go", ContentDifferenceKind.Modified), report.Content.Differences);
    }

    [Fact]
    public async Task A_tree_that_something_else_has_installed_is_compared_with_the_same_release_in_the_store()
    {
        var tree = await InstallSmallAsync();
        var sibling = Sibling(tree);
        sibling.Write("src/fmt/print.go", "package fmU\n");

        var report = await Manager().VerifyAsync("path:" + sibling.Root, cancel: Cancel);

        Assert.Equal(ContentBasis.Store, report.Basis);
        Assert.Equal(["src/fmt/print.go"], report.Content.Differences.Select(d => d.Path));
    }

    [Fact]
    public async Task Without_store_it_is_compared_with_another_tree_or_the_archive_of_an_earlier_download()
    {
        var tree = await InstallSmallAsync();
        File.Delete(Layout.Manifest(Path.GetFileName(tree.Root)));
        tree.Write("src/fmt/print.go", "package fmU\n");

        var archive = await Manager().VerifyAsync("path:" + tree.Root, cancel: Cancel);
        ForgetDownloads();
        var nothing = await Assert.ThrowsAsync<GoToolchainException>(() => Manager().VerifyAsync("path:" + tree.Root, cancel: Cancel));

        Assert.Equal((ContentBasis.Archive, 1), (archive.Basis, archive.Content.Differences.Count));
        Assert.Equal(GoErrorCodes.NothingToCompareWith, nothing.Code);
    }

    [UnsupportedOSPlatform("windows")]
    [Fact]
    public async Task An_adopted_tree_is_compared_with_its_own_state()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A mode of Unix.");
        var sibling = Sibling(await InstallSmallAsync());
        sibling.Write("src/fmt/mine.go", "package fmt\n");
        File.SetUnixFileMode(sibling["src/fmt/mine.go"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        new AdoptedTrees(Layout).Write(
            sibling.Root,
            GoVersion.Parse(Version),
            GoPlatform.Host,
            GoToolchain.Store.TreeManifest.Of(sibling.Root, Cancel),
            DateTimeOffset.UtcNow
        );

        var before = await Manager().VerifyAsync("path:" + sibling.Root, cancel: Cancel);
        File.SetUnixFileMode(sibling["src/fmt/mine.go"], UnixFileMode.UserRead);
        var after = await Manager().VerifyAsync("path:" + sibling.Root, cancel: Cancel);

        Assert.Equal((ContentBasis.Adopted, true), (before.Basis, before.IsSame));
        Assert.Equal([new ContentDifference("src/fmt/mine.go", ContentDifferenceKind.WrongMode)], after.Content.Differences);
    }

    [Fact]
    public async Task A_damaged_tree_is_not_adopted()
    {
        var sibling = Sibling(await InstallSmallAsync());
        File.Delete(sibling["pkg/include/textflag.h"]);
        File.Delete(sibling["src/fmt/print.go"]);

        var refusal = await Assert.ThrowsAsync<GoToolchainException>(() => Manager().AdoptAsync("path:" + sibling.Root, Cancel));

        Assert.Equal(GoErrorCodes.NotAdoptable, refusal.Code);
    }
}
