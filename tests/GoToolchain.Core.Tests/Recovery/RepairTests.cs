using System.Runtime.Versioning;
using GoToolchain.Recovery.Content;
using GoToolchain.Recovery.Journal;
using GoToolchain.Recovery.Repair;
using GoToolchain.Store;

namespace GoToolchain.Core.Tests.Recovery;

public sealed class RepairTests : RecoveryTest
{
    [Fact]
    public async Task A_file_comes_from_the_cheapest_place_that_has_exactly_it()
    {
        var tree = await InstallSmallAsync();
        var sibling = Sibling(tree);
        // The sibling is damaged too, in another file: that one comes from the archive.
        sibling.Write("src/runtime/proc.go", "package runtimE\n");
        var time = File.GetLastWriteTimeUtc(tree["src/fmt/print.go"]);
        File.Delete(tree["src/fmt/print.go"]);
        tree.Write("src/runtime/proc.go", "package?");

        var report = await Manager().RepairAsync("path:" + tree.Root, TreeOnly, Cancel);

        Assert.True(report.IsRepaired);
        Assert.False(report.IsWhole);
        var sources = report.Actions.ToDictionary(a => a.Path, a => a.Source);
        Assert.Equal($"Go {Version} in {sibling.Root}", sources["src/fmt/print.go"]);
        Assert.EndsWith(".tar.gz", sources["src/runtime/proc.go"], StringComparison.Ordinal);
        Assert.Equal(time, File.GetLastWriteTimeUtc(tree["src/fmt/print.go"]));
        Assert.True((await Manager().VerifyAsync(Version, deep: true, Cancel)).IsSame);
        RequireTidy();
    }

    [Fact]
    public async Task What_does_not_belong_into_the_tree_and_what_was_replaced_is_kept()
    {
        var tree = await InstallSmallAsync();
        tree.Write("src/runtime/zz_stale.go", "package runtime\n");
        tree.Write("mine/notes.txt", "mine");
        tree.Write("src/fmt/print.go", "package fmt // my change\n");

        var report = await Manager().RepairAsync("path:" + tree.Root, TreeOnly, Cancel);

        Assert.True(report.IsRepaired);
        Assert.False(Directory.Exists(tree["mine"]));
        Assert.Equal(["notes.txt", "print.go", "zz_stale.go"], QuarantinedFiles());
        Assert.Equal(
            "package fmt // my change\n",
            await File.ReadAllTextAsync(Path.Combine(report.Quarantine!, "src/fmt/print.go"), Cancel)
        );
    }

    [Fact]
    public async Task A_plan_says_what_would_be_done_and_changes_nothing()
    {
        var tree = await InstallSmallAsync();
        File.Delete(tree["src/fmt/print.go"]);
        tree.Write("extra.txt", "x");

        var plan = await Manager().PlanRepairAsync("path:" + tree.Root, TreeOnly, Cancel);

        Assert.Equal([RepairActionKind.Quarantine, RepairActionKind.RestoreFile], plan.Actions.Select(a => a.Kind));
        Assert.True(plan.Bytes > 0);
        Assert.NotNull(plan.ExpectedTime);
        Assert.False(File.Exists(tree["src/fmt/print.go"]));
        Assert.True(File.Exists(tree["extra.txt"]));
        Assert.False(Directory.Exists(Layout.Journal));
    }

    [Fact]
    public async Task What_nobody_has_is_said_and_the_rest_is_mended()
    {
        var tree = await InstallSmallAsync();
        var sibling = Sibling(tree);
        ForgetDownloads();
        File.Delete(sibling["src/fmt/print.go"]);
        File.Delete(tree["src/fmt/print.go"]);
        File.Delete(tree["src/runtime/proc.go"]);

        var report = await Manager().RepairAsync("path:" + tree.Root, TreeOnly, Cancel);

        Assert.Equal(["src/fmt/print.go"], report.Unavailable);
        Assert.Equal(3, report.ExitCode);
        Assert.True(File.Exists(tree["src/runtime/proc.go"]));
        RequireTidy();
    }

    [Fact]
    public async Task The_sources_are_asked_last_and_not_at_all_when_offline()
    {
        var tree = await InstallSmallAsync();
        ForgetDownloads();
        File.Delete(tree["src/fmt/print.go"]);

        var offline = await Manager().RepairAsync("path:" + tree.Root, TreeOnly, Cancel);
        var online = await Manager().RepairAsync("path:" + tree.Root, TreeOnly with { Offline = false }, Cancel);

        Assert.Equal(3, offline.ExitCode);
        Assert.True(online.IsRepaired);
        Assert.Contains("the sources", online.Actions.Single().Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_in_the_place_of_a_directory_is_never_written_through()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links of Unix.");
        var tree = await InstallSmallAsync();
        var mine = Scratch.CreateDirectory("mine");
        Directory.Delete(tree["src"], recursive: true);
        Directory.CreateSymbolicLink(tree["src"], mine);

        var report = await Manager().RepairAsync("path:" + tree.Root, TreeOnly, Cancel);

        Assert.True(report.IsRepaired);
        Assert.Empty(Directory.GetFileSystemEntries(mine));
        Assert.Null(new DirectoryInfo(tree["src"]).LinkTarget);
    }

    [UnsupportedOSPlatform("windows")]
    [Fact]
    public async Task A_closed_directory_is_opened_and_what_is_wrong_in_it_mended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes of Unix.");
        var tree = await InstallSmallAsync();
        tree.Write("src/fmt/print.go", "damaged");
        File.SetUnixFileMode(tree["src/fmt"], UnixFileMode.None);

        var report = await Manager().RepairAsync("path:" + tree.Root, TreeOnly, Cancel);

        Assert.True(report.IsRepaired, string.Join('\n', report.After!.Differences));
        Assert.Equal("package fmt\n", tree.Read("src/fmt/print.go"));
    }

    [Fact]
    public async Task A_tree_that_is_gone_is_made_anew_in_its_place()
    {
        var tree = await InstallSmallAsync();
        var link = Scratch["home/go"];
        await Manager().LinkAsync(link, Version, Cancel);
        Directory.Delete(tree.Root, recursive: true);

        var report = await Manager().RepairAsync("path:" + link, TreeOnly, Cancel);

        Assert.True(report is { IsRepaired: true, IsWhole: true });
        Assert.Equal("package fmt\n", tree.Read("src/fmt/print.go"));
        Assert.True((await Manager().VerifyAsync(Version, deep: true, Cancel)).IsSame);
        RequireTidy();
    }

    [Fact]
    public async Task A_repair_that_was_interrupted_is_finished_with_the_manifest_that_was_right_then()
    {
        var tree = await InstallSmallAsync();
        var name = Path.GetFileName(tree.Root);
        var manifest = Manifest.Read(Layout.Manifest(name))!;
        var staging = Layout.NewStaging(name);
        Directory.CreateDirectory(Path.Combine(staging, "half"));
        new RepairJournals(Layout).Write(
            name,
            new RepairJournal
            {
                Root = tree.Root,
                Platform = GoPlatform.Host.ToString(),
                IsWhole = false,
                Staging = staging,
                Quarantine = Path.Combine(Layout.Quarantine, "then"),
                Basis = ContentBasis.Installed,
                ComparedWith = "the manifest of its installation",
                StartedAt = DateTimeOffset.UtcNow,
            },
            manifest
        );
        File.Delete(Layout.Manifest(name));
        File.Delete(tree["src/fmt/print.go"]);

        Assert.Equal([tree.Root], Manager().InterruptedRepairs());
        var report = await Manager().RepairAsync("path:" + tree.Root, TreeOnly, Cancel);

        Assert.True(report is { IsRepaired: true, Resumed: true });
        Assert.False(Directory.Exists(staging));
        Assert.Empty(Manager().InterruptedRepairs());
        RequireTidy();
    }

    [Fact]
    public async Task A_replacement_keeps_what_was_extra()
    {
        var tree = await InstallSmallAsync();
        tree.Write("mine.txt", "mine");

        var report = await Manager().RepairAsync("path:" + tree.Root, TreeOnly with { Whole = true }, Cancel);

        Assert.True(report is { IsRepaired: true, IsWhole: true });
        Assert.Equal(["mine.txt"], QuarantinedFiles());
        Assert.False(File.Exists(tree["mine.txt"]));
        RequireTidy();
    }

    [Fact]
    public async Task Another_build_of_the_same_version_is_neither_compared_with_nor_taken_from()
    {
        var tree = await InstallSmallAsync();
        var other = Sibling(tree);
        foreach (
            var program in Directory.GetFiles(other["bin"]).Concat(Directory.GetFiles(other["pkg/tool"], "*", SearchOption.AllDirectories))
        )
        {
            // Large enough to count as one.
            await File.AppendAllTextAsync(program, new string('x', 300_000), Cancel);
        }

        foreach (var program in Directory.GetFiles(tree["bin"]))
        {
            await File.AppendAllTextAsync(program, new string('y', 300_000), Cancel);
        }

        var manifest = TreeManifest.Of(tree.Root, Cancel);

        Assert.False(SameBuild.MayBe(other.Root, manifest, Cancel));
        Assert.True(SameBuild.MayBe(tree.Root, manifest, Cancel));
    }
}
