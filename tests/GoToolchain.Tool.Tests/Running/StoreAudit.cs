using System.Security.Cryptography;
using GoToolchain.Store;
using GoToolchain.Verification;

namespace GoToolchain.Tool.Tests.Running;

/// <summary>Reads a store as it lies there, whoever was killed in it, and says which of its promises (docs/store.md) are broken.</summary>
/// <param name="layout">The store.</param>
/// <param name="expected">What each toolchain that may be there consists of.</param>
internal sealed class StoreAudit(StoreLayout layout, IReadOnlyDictionary<string, Manifest> expected)
{
    /// <summary>The toolchains that are there. Each has to be complete: every file with its size, and on demand with its content.</summary>
    public IReadOnlyList<string> RequireComplete(bool content = false)
    {
        var names = Directory.Exists(layout.Toolchains)
            ? Directory.GetFileSystemEntries(layout.Toolchains).Select(n => Path.GetFileName(n)!).Order().ToList()
            : [];
        foreach (var name in names)
        {
            Assert.True(expected.TryGetValue(name, out var manifest), $"`{name}` under toolchains/ is no toolchain.");
            RequireFiles(layout.Toolchain(name), manifest, content);
            // A replacement takes the old receipt away first: without one a tree claims nothing.
            if (Receipt.Read(layout.Receipt(name)) is { } receipt)
            {
                Assert.Equal(name, receipt.Toolchain);
                Assert.Equal(manifest.Entries.Count, receipt.Files);
                Assert.Equal(manifest.Bytes, receipt.Bytes);
            }
            else
            {
                Assert.False(File.Exists(layout.Receipt(name)), $"The receipt of `{name}` is there, but cannot be read.");
            }
        }

        return names;
    }

    /// <summary>A link leads to one of the complete toolchains.</summary>
    public void RequireLink(string link)
    {
        var target = new DirectoryInfo(link).LinkTarget;
        Assert.NotNull(target);
        Assert.Contains(Path.GetFileName(target), RequireComplete());
        Assert.Equal(layout.Toolchain(Path.GetFileName(target)), target);
        Assert.Contains(Directory.GetFiles(layout.Links), f => File.ReadAllText(f).Contains(link, StringComparison.Ordinal));
    }

    /// <summary>The command that followed has tidied up: no work in progress, a receipt and a manifest for each toolchain and no others.</summary>
    public void RequireTidy()
    {
        var names = RequireComplete();
        Assert.Empty(Directory.GetFileSystemEntries(layout.Staging));
        Assert.Empty(Directory.GetFiles(layout.Locks, "*.holder"));
        Assert.Empty(Directory.GetFiles(layout.Downloads, "*.partial*"));
        Assert.Equal(names, Directory.GetFiles(layout.Receipts).Select(f => Path.GetFileNameWithoutExtension(f)!).Order());
        Assert.Equal(names, Directory.GetFiles(layout.Manifests).Select(f => Path.GetFileNameWithoutExtension(f)!).Order());
        Assert.All(names, name => Assert.Equal(Content(expected[name]), Content(Manifest.Read(layout.Manifest(name))!)));
    }

    // Not the modes: a release has those of Go's archives, whatever the tree had that it was made from.
    private static IEnumerable<(string, long, Sha256Digest)> Content(Manifest manifest) =>
        manifest.Entries.Select(e => (e.Path, e.Size, e.Digest));

    private static void RequireFiles(string root, Manifest manifest, bool content)
    {
        var files = new DirectoryInfo(root)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(f => (Path.GetRelativePath(root, f.FullName).Replace('\\', '/'), f.Length))
            .ToHashSet();
        Assert.Equal(manifest.Entries.Count, files.Count);
        Assert.All(manifest.Entries, e => Assert.Contains((e.Path, e.Size), files));
        if (content)
        {
            Assert.All(
                manifest.Entries,
                e => Assert.Equal(e.Digest, new Sha256Digest(SHA256.HashData(File.ReadAllBytes(Path.Combine(root, e.Path)))))
            );
        }
    }
}
