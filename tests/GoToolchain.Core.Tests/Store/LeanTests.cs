using GoToolchain.Recovery.Content;
using GoToolchain.Store;

namespace GoToolchain.Core.Tests.Store;

public sealed class LeanTests : StoreTest
{
    [Fact]
    public async Task A_lean_tree_lacks_what_no_build_needs_and_its_receipt_and_manifest_say_so()
    {
        var root = await InstallAsync("1.97.3", lean: true);

        Assert.Equal(
            ["VERSION", "bin", "pkg", "src", "testdata.txt"],
            Directory.GetFileSystemEntries(root).Select(e => Path.GetFileName(e)!).Order(StringComparer.Ordinal)
        );
        var name = Path.GetFileName(root);
        var receipt = Receipt.Read(Layout.Receipt(name))!;
        var manifest = Manifest.Read(Layout.Manifest(name))!;
        Assert.True(receipt.IsLean);
        Assert.Equal(manifest.Entries.Count, receipt.Files);
        Assert.Empty(ContentCheck.Compare(root, manifest, new ContentOptions(), Cancel).Differences);
        Assert.Equal(root, Manager().Find("1.97")!.Root);
    }

    [Fact]
    public async Task What_is_installed_stays_as_it_is_unless_it_is_forced()
    {
        var root = await InstallAsync("1.97.3");
        await InstallAsync("1.97.3", lean: true);
        Assert.True(Directory.Exists(Path.Combine(root, "test")));

        await InstallAsync("1.97.3", lean: true, force: true);
        Assert.False(Directory.Exists(Path.Combine(root, "test")));

        await InstallAsync("1.97.3", force: true);
        Assert.True(Directory.Exists(Path.Combine(root, "test")));
        Assert.False(Receipt.Read(Layout.Receipt(Path.GetFileName(root)))!.IsLean);
    }
}
