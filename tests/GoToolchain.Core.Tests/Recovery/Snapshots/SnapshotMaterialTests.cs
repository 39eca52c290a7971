using GoToolchain.Core.Tests.Store;
using GoToolchain.Recovery.Snapshots;

namespace GoToolchain.Core.Tests.Recovery.Snapshots;

public sealed class SnapshotMaterialTests : StoreTest
{
    [Fact]
    public async Task A_repair_finds_snapshots_of_the_GOROOT_and_of_its_version_anywhere_and_takes_files_from_them()
    {
        var root = await InstallAsync("1.97.3");
        await InstallAsync("1.96.1");
        await Manager().CreateSnapshotAsync("1.96", cancel: Cancel);
        await Manager().CreateSnapshotAsync("1.97", cancel: Cancel);
        var time = File.GetLastWriteTimeUtc(Path.Combine(root, "VERSION"));
        Directory.Delete(root, recursive: true);
        var materials = new SnapshotMaterials(new SnapshotLayout(Layout));
        Assert.True(GoVersion.TryParse("1.97.3", out var version));

        Assert.Single(materials.Find(root, null, GoPlatform.Host));
        Assert.Single(materials.Find(Scratch["elsewhere"], version, GoPlatform.Host));
        Assert.Empty(materials.Find(Scratch["elsewhere"], null, GoPlatform.Host));
        using var material = Assert.Single(materials.Find(root, version, GoPlatform.Host));
        var entry = material.Manifest!.Entries.First(e => e.Path == "VERSION");
        Assert.True(material.TryCopy(entry, Scratch["VERSION"], Cancel));
        Assert.StartsWith("go1.97.3", await File.ReadAllTextAsync(Scratch["VERSION"], Cancel), StringComparison.Ordinal);
        Assert.Equal(time, File.GetLastWriteTimeUtc(Scratch["VERSION"]));
        Assert.False(material.TryCopy(entry with { Digest = default }, Scratch["none"], Cancel));
        Assert.False(File.Exists(Scratch["none"]));
        Assert.Equal(1, material.Cost);
    }
}
