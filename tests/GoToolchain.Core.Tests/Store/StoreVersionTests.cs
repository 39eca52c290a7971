using System.Text.Json;

namespace GoToolchain.Core.Tests.Store;

public sealed class StoreVersionTests : StoreTest
{
    [Fact]
    public async Task A_new_store_and_one_from_before_there_were_versions_get_the_number_of_their_layout()
    {
        var root = await InstallAsync("1.97.3");
        Assert.Equal(1, LayoutInFile());

        File.Delete(Layout.VersionFile);
        await InstallAsync("1.98.0");

        Assert.Equal(1, LayoutInFile());
        Assert.Equal(root, Manager().Find("1.97")!.Root);
        Assert.Empty(Directory.GetFileSystemEntries(Layout.Staging));
    }

    [Theory]
    [InlineData("""{ "layout": 2, "more": true }""")]
    [InlineData("")]
    [InlineData("[")]
    public async Task A_store_of_a_newer_layout_can_be_used_but_not_changed(string content)
    {
        var root = await InstallAsync("1.97.3");
        var archive = Offer("1.98.0");
        await File.WriteAllTextAsync(Layout.VersionFile, content, Cancel);
        var before = Directory.GetFileSystemEntries(Layout.Directory, "*", SearchOption.AllDirectories);

        Func<Task>[] changes =
        [
            () => Manager().InstallAsync("1.98", cancel: Cancel),
            () => Manager().InstallAsync(fromFile: archive, cancel: Cancel),
            () => Manager().UninstallAsync("1.97", Cancel),
            () => Manager().PruneAsync(new GoPruneOptions { Keep = 0 }, Cancel),
            () => Manager().LinkAsync(Scratch["home/go"], "1.97", Cancel),
        ];

        foreach (var change in changes)
        {
            var error = await Assert.ThrowsAsync<GoToolchainException>(change);
            Assert.Equal(GoErrorCodes.NewerStore, error.Code);
            Assert.NotNull(error.NextStep);
        }

        Assert.Equal(before, Directory.GetFileSystemEntries(Layout.Directory, "*", SearchOption.AllDirectories));
        Assert.Equal(root, Manager().Find("1.97")!.Root);
        Assert.Equal(root, (await Manager().EnsureAsync("1.97", Cancel)).Root);
    }

    private int LayoutInFile() => JsonDocument.Parse(File.ReadAllText(Layout.VersionFile)).RootElement.GetProperty("layout").GetInt32();
}
