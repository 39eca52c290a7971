using GoToolchain.Core.Tests.Store;
using GoToolchain.Fixtures;
using GoToolchain.Recovery.Repair;
using GoToolchain.Store;

namespace GoToolchain.Core.Tests.Recovery;

/// <summary>A small Go in the store, and other trees of the same release that a test puts where people have them.</summary>
public abstract class RecoveryTest : StoreTest
{
    protected const string Version = "1.97.3";

    protected static RepairOptions TreeOnly { get; } =
        new()
        {
            Surroundings = false,
            Proof = null,
            Offline = true,
        };

    /// <summary>Installs the Go into the store.</summary>
    protected async Task<SmallTree> InstallSmallAsync() => new(await InstallAsync(Version));

    /// <summary>Another tree of the same release.</summary>
    protected SmallTree Sibling(SmallTree tree)
    {
        var sibling = new SmallTree(Scratch[$"home/sdk/go{Version}"]);
        tree.CopyTo(sibling.Root);
        return sibling;
    }

    /// <summary>The archive that the installation has left would serve too, and so would the one that its receipt names.</summary>
    protected void ForgetDownloads()
    {
        Directory.Delete(Layout.Downloads, recursive: true);
        Directory.Delete(Layout.Receipts, recursive: true);
    }

    protected string[] QuarantinedFiles() =>
        Directory.Exists(Layout.Quarantine)
            ? [.. Directory.GetFiles(Layout.Quarantine, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)!).Order()]
            : [];

    protected void RequireTidy()
    {
        Assert.Empty(Directory.Exists(Layout.Journal) ? Directory.GetFileSystemEntries(Layout.Journal) : []);
        Assert.Empty(Directory.GetFileSystemEntries(Layout.Staging));
    }
}
