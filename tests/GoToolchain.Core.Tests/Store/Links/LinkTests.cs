using GoToolchain.Fixtures;
using GoToolchain.Store.Links;

namespace GoToolchain.Core.Tests.Store.Links;

public sealed class LinkTests : StoreTest
{
    private string Link => Scratch["home/.local/go"];

    [Fact]
    public async Task A_link_leads_to_a_Go_of_the_store_which_is_installed_when_it_is_missing()
    {
        Offer("1.97.3");

        var go = await Manager().LinkAsync(Link, "1.97", Cancel);

        Assert.True(go.InstalledNow);
        Assert.Equal(go.Root, new DirectoryInfo(Link).LinkTarget);
        Assert.Equal("go1.97.3", (await File.ReadAllLinesAsync(Path.Combine(Link, "VERSION"), Cancel))[0]);
        Assert.Equal([".", "go"], Directory.GetFileSystemEntries(Path.GetDirectoryName(Link)!).Select(Path.GetFileName).Prepend("."));
    }

    [Fact]
    public async Task While_it_is_moved_it_leads_to_a_Go_at_every_moment()
    {
        Offer("1.97.3");
        Offer("1.98.0");
        await Manager().LinkAsync(Link, "1.97", Cancel);
        await Manager().LinkAsync(Link, "1.98", Cancel);
        using var done = new CancellationTokenSource();
        var looks = 0;
        var watch = Task.Run(
            () =>
            {
                var missing = 0;
                for (; !done.IsCancellationRequested; looks++)
                {
                    missing += File.Exists(Path.Combine(Link, "VERSION")) ? 0 : 1;
                }

                return missing;
            },
            Cancel
        );

        for (var i = 0; i < 100; i++)
        {
            DirectoryLink.Set(Link, Layout.Toolchain($"go1.9{7 + (i % 2)}.{(i % 2 == 0 ? 3 : 0)}.{GoPlatform.Host.ToFileName()}"));
        }

        await Manager().LinkAsync(Link, "1.97", Cancel);
        await done.CancelAsync();
        Assert.Equal(0, await watch);
        Assert.True(looks > 100);
    }

    [Fact]
    public async Task The_Go_to_which_a_link_leads_is_neither_uninstalled_nor_pruned_until_the_link_is_moved()
    {
        var old = await InstallAsync("1.97.3");
        var other = await InstallAsync("1.97.4");
        await InstallAsync("1.98.0");
        await Manager().LinkAsync(Link, "1.97.3", Cancel);

        // Its line has another one, which stays too: all or nothing.
        var error = await Assert.ThrowsAsync<GoToolchainException>(() => Manager().UninstallAsync("1.97", Cancel));
        var pruned = await Manager().PruneAsync(new GoPruneOptions { Keep = 1 }, Cancel);

        Assert.Equal(GoErrorCodes.CannotUninstall, error.Code);
        Assert.Contains(Link, error.Problem, StringComparison.Ordinal);
        Assert.Contains($"gotoolchain link {Link}", error.NextStep, StringComparison.Ordinal);
        Assert.Equal([other], pruned.Toolchains.Where(t => t.IsRemoved).Select(t => t.Root));
        Assert.Contains(Link, pruned.Toolchains.Single(t => t.Root == old).Reason, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Link, "VERSION")));

        await Manager().LinkAsync(Link, "1.98", Cancel);
        Assert.Equal([old], await Manager().UninstallAsync("1.97", Cancel));
    }

    [Fact]
    public async Task A_link_that_was_moved_by_hand_counts_for_where_it_leads()
    {
        var linked = await InstallAsync("1.97.3");
        var other = await InstallAsync("1.98.0");
        await Manager().LinkAsync(Link, "1.97", Cancel);
        File.Delete(Link);
        File.CreateSymbolicLink(Link, other);

        Assert.Equal([linked], await Manager().UninstallAsync("1.97", Cancel));
        var error = await Assert.ThrowsAsync<GoToolchainException>(() => Manager().UninstallAsync("1.98", Cancel));
        Assert.Contains(Link, error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_removed_protects_nothing_and_is_forgotten_by_prune()
    {
        var linked = await InstallAsync("1.97.3");
        await Manager().LinkAsync(Link, "1.97", Cancel);
        File.Delete(Link);
        // What a kill in the middle of a change leaves beside it.
        File.CreateSymbolicLink(DirectoryLink.Draft(Link), linked);

        await Manager().PruneAsync(new GoPruneOptions(), Cancel);

        Assert.Empty(Directory.GetFiles(Layout.Links));
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(Link)!));
        Assert.Equal([linked], await Manager().UninstallAsync("1.97", Cancel));
    }

    [Fact]
    public async Task A_link_whose_directory_is_out_of_sight_still_protects()
    {
        await InstallAsync("1.97.3");
        await Manager().LinkAsync(Link, "1.97", Cancel);
        Directory.Move(Path.GetDirectoryName(Link)!, Scratch["home/unmounted"]);

        await Manager().PruneAsync(new GoPruneOptions { Keep = 0 }, Cancel);

        Assert.True(File.Exists(Scratch["home/unmounted/go/VERSION"]));
    }

    [Theory]
    [InlineData("directory")]
    [InlineData("file")]
    [InlineData("link to something else")]
    [InlineData("link to a file")]
    [InlineData("inside the store")]
    public async Task What_is_no_link_to_a_Go_is_never_replaced(string what)
    {
        await InstallAsync("1.97.3");
        Directory.CreateDirectory(Path.GetDirectoryName(Link)!);
        var link = Link;
        switch (what)
        {
            case "directory":
                Directory.CreateDirectory(link);
                break;
            case "file":
                await File.WriteAllTextAsync(link, "mine", Cancel);
                break;
            case "link to something else":
                File.CreateSymbolicLink(link, Scratch.CreateDirectory("documents"));
                break;
            case "link to a file":
                File.CreateSymbolicLink(link, Scratch.CreateFile("document", "mine"));
                break;
            default:
                link = Path.Combine(Layout.Toolchains, "stable");
                break;
        }

        var error = await Assert.ThrowsAsync<GoToolchainException>(() => Manager().LinkAsync(link, "1.97", Cancel));

        Assert.Equal(GoErrorCodes.LinkRefused, error.Code);
        Assert.NotNull(error.NextStep);
        Assert.False(File.Exists(Path.Combine(link, "VERSION")));
        Assert.False(Directory.Exists(Layout.Links));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("another Go")]
    public async Task A_link_that_leads_nowhere_or_to_another_Go_is_replaced(string where)
    {
        await InstallAsync("1.97.3");
        Directory.CreateDirectory(Path.GetDirectoryName(Link)!);
        var other = where == "nowhere" ? Scratch["gone"] : SyntheticGoRoot.Create(Scratch["usr/go"], "1.90.1").Root;
        File.CreateSymbolicLink(Link, other);

        await Manager().LinkAsync(Link, "1.97", Cancel);

        Assert.StartsWith("go1.97.3", await File.ReadAllTextAsync(Path.Combine(Link, "VERSION"), Cancel), StringComparison.Ordinal);
        Assert.Equal(where != "nowhere", Directory.Exists(other));
    }

    [Fact]
    public void The_data_of_a_junction_are_laid_out_as_Windows_wants_them()
    {
        var data = Junction.ReparseData(@"C:\go");

        // tag, length, reserved, four offsets and lengths, then \??\C:\go and C:\go, each with a zero behind it.
        byte[] head = [0x03, 0, 0, 0xa0, 40, 0, 0, 0, 0, 0, 18, 0, 20, 0, 10, 0];
        Assert.Equal(head, data[..16]);
        Assert.Equal("\\??\\C:\\go\0C:\\go\0", System.Text.Encoding.Unicode.GetString(data[16..]));
    }
}
