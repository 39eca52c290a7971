using System.Collections.Concurrent;
using GoToolchain.Recovery.Content;
using GoToolchain.Recovery.Snapshots;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Watching;

/// <summary>A tree that nobody vouches for: what it is now is what it should be.</summary>
internal static class ForeignTree
{
    /// <summary>Reads and hashes every file, on all cores.</summary>
    /// <param name="root">GOROOT: absolute.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ExpectedTree Read(string root, CancellationToken cancel)
    {
        var tree = new TreeListing(root).Read("", cancel);
        var files = new ConcurrentBag<ManifestEntry>();
        Parallel.ForEach(
            tree.Where(e => e.Kind == TreeEntryKind.File),
            new ParallelOptions { CancellationToken = cancel },
            () => new FileHash(),
            (entry, _, hash) =>
            {
                try
                {
                    files.Add(
                        new ManifestEntry(
                            entry.Path,
                            entry.Size,
                            entry.Mode,
                            hash.Of(Path.Combine(root, entry.Path), long.MaxValue, out var size, cancel)
                        ) with
                        {
                            Size = size,
                        }
                    );
                }
                catch (FileNotFoundException)
                {
                    // It went while the tree was read; the watch tells of it.
                }

                return hash;
            },
            hash => hash.Dispose()
        );
        var manifest = new Manifest(files);
        return new ExpectedTree(manifest, IsForeign: true) { Others = Others(tree, manifest) };
    }

    /// <summary>The tree of a snapshot.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="manifest">Its files.</param>
    public static ExpectedTree Of(StoredSnapshot snapshot, Manifest manifest)
    {
        var files = new ExpectedFiles(manifest);
        var others = snapshot.Record.Links.ToDictionary(l => l.Path, string? (l) => l.Target, StringComparer.Ordinal);
        foreach (var directory in snapshot.Record.Directories.Where(d => !files.HasDirectory(d.Path)))
        {
            others.TryAdd(directory.Path, null);
        }

        return new ExpectedTree(manifest, IsForeign: true) { Others = others };
    }

    /// <summary>What is in a tree besides the files of its manifest.</summary>
    /// <param name="root">GOROOT: absolute.</param>
    /// <param name="manifest">Its files.</param>
    /// <param name="cancel">Ends the work.</param>
    public static IReadOnlyDictionary<string, string?> OthersOf(string root, Manifest manifest, CancellationToken cancel) =>
        Others(new TreeListing(root).Read("", cancel), manifest);

    private static Dictionary<string, string?> Others(List<TreeEntry> tree, Manifest manifest)
    {
        var files = new ExpectedFiles(manifest);
        return tree.Where(e => e.Kind == TreeEntryKind.Link || (e.Kind == TreeEntryKind.Directory && !files.HasDirectory(e.Path)))
            .ToDictionary(e => e.Path, e => e.Target, StringComparer.Ordinal);
    }
}
