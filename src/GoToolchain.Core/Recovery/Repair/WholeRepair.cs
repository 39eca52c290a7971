using GoToolchain.Recovery.Content;
using GoToolchain.Recovery.Materials;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Repair;

/// <summary>
/// Makes the whole tree anew beside the old one, and exchanges both in one step: whoever uses the old one finds a tree at every moment.
/// </summary>
/// <param name="root">The tree: absolute; need not be there.</param>
/// <param name="place">Where the work is done.</param>
internal sealed class WholeRepair(string root, RepairPlace place)
{
    /// <summary>The name of the new tree in the staging directory; after the exchange it is that of the old one.</summary>
    public const string NewTree = "go";

    // Where the kernel can exchange nothing, the old tree waits under the name that a sweep of the store puts back.
    private const string OldTree = StoreSweeper.OldTree;

    private readonly Quarantine _quarantine = new(place.Quarantine);

    /// <summary>The new tree.</summary>
    private string Tree => Path.Combine(place.Staging, NewTree);

    /// <summary>Makes the new tree.</summary>
    /// <param name="manifest">What it is to hold.</param>
    /// <param name="materials">Where files can be had.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Where the files came from; the files that nobody has; and why the sources could not serve.</returns>
    public async Task<(IReadOnlyList<string> Origins, IReadOnlyList<string> Unavailable, GoToolchainException? Failure)> BuildAsync(
        Manifest manifest,
        IReadOnlyList<IRepairMaterial> materials,
        CancellationToken cancel
    )
    {
        Directory.CreateDirectory(place.Staging);
        var left = manifest.Entries;
        var origins = new List<string>();
        // An archive unpacks at once what it would give file by file; what is before it costs less.
        if (materials is [IWholeMaterial whole, ..] && await UnpackAsync(whole, cancel).ConfigureAwait(false) is { } unpacked)
        {
            left = Trim(manifest, unpacked);
            if (left.Count < manifest.Entries.Count)
            {
                origins.Add(whole.Name);
            }
        }

        foreach (var directory in left.Select(e => Path.GetDirectoryName(e.Path)!).Distinct(StringComparer.Ordinal))
        {
            Directory.CreateDirectory(Path.Combine(Tree, directory));
        }

        var (taken, failure) = await MaterialRun
            .TakeAsync(materials, [.. left], e => Path.Combine(Tree, e.Path), cancel)
            .ConfigureAwait(false);
        origins.AddRange(taken.Values.GroupBy(v => v).OrderByDescending(g => g.Count()).Select(g => g.Key));
        return ([.. origins.Distinct()], [.. left.Where(e => !taken.ContainsKey(e.Path)).Select(e => e.Path)], failure);
    }

    /// <summary>Puts the new tree in its place, and keeps of the old one what nobody else has.</summary>
    /// <param name="kept">What of the old tree is to be kept: relative, with <c>/</c>.</param>
    /// <param name="manifest">What the tree holds now.</param>
    public void Exchange(IEnumerable<string> kept, Manifest manifest)
    {
        if (FileState.Of(root).Kind == FileStateKind.Missing)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(root)!);
            Directory.Move(Tree, root);
            return;
        }

        if (!DirectorySwap.TryExchange(Tree, root))
        {
            var old = Path.Combine(place.Staging, OldTree);
            FileMove.ToElsewhere(root, old);
            try
            {
                Directory.Move(Tree, root);
            }
            catch
            {
                FileMove.ToElsewhere(old, root);
                throw;
            }

            FileMove.ToElsewhere(old, Tree);
        }

        Keep(kept, manifest);
    }

    /// <summary>Ends an exchange that was interrupted: a tree that waits is put back, and what is to be kept is kept.</summary>
    /// <param name="kept">What of the old tree is to be kept: relative, with <c>/</c>.</param>
    /// <param name="manifest">What the tree is to hold.</param>
    public void Resume(IEnumerable<string> kept, Manifest manifest)
    {
        var old = Path.Combine(place.Staging, OldTree);
        if (FileState.Of(old).Kind != FileStateKind.Missing)
        {
            if (FileState.Of(root).Kind == FileStateKind.Missing)
            {
                FileMove.ToElsewhere(old, root);
            }
            else if (FileState.Of(Tree).Kind == FileStateKind.Missing)
            {
                FileMove.ToElsewhere(old, Tree);
            }
        }

        Keep(kept, manifest);
    }

    private async Task<(string Root, Manifest Manifest)?> UnpackAsync(IWholeMaterial material, CancellationToken cancel)
    {
        try
        {
            var (unpacked, manifest) = await material.UnpackAsync(place.Staging, cancel).ConfigureAwait(false);
            if (unpacked != Tree)
            {
                Directory.Move(unpacked, Tree);
            }

            return (Tree, manifest);
        }
        catch (GoToolchainException)
        {
            // A damaged archive: what is whole in it is taken file by file.
            if (Directory.Exists(Tree))
            {
                Directory.Delete(Tree, recursive: true);
            }

            return null;
        }
    }

    // Of what was unpacked stays what the manifest knows; the rest is still to be had.
    private static List<ManifestEntry> Trim(Manifest manifest, (string Root, Manifest Manifest) unpacked)
    {
        var found = unpacked.Manifest.Entries.ToDictionary(e => e.Path, StringComparer.Ordinal);
        var left = new List<ManifestEntry>();
        foreach (var entry in manifest.Entries)
        {
            if (found.Remove(entry.Path, out var have) && have.Digest == entry.Digest)
            {
                if (have.Mode != entry.Mode && !OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(Path.Combine(unpacked.Root, entry.Path), entry.Mode);
                }

                continue;
            }

            if (have is not null)
            {
                File.Delete(Path.Combine(unpacked.Root, have.Path));
            }

            left.Add(entry);
        }

        foreach (var path in found.Keys)
        {
            File.Delete(Path.Combine(unpacked.Root, path));
            RemoveEmpty(unpacked.Root, Path.GetDirectoryName(path)!);
        }

        return left;
    }

    private static void RemoveEmpty(string root, string directory)
    {
        for (; directory.Length > 0; directory = Path.GetDirectoryName(directory)!)
        {
            var full = Path.Combine(root, directory);
            if (Directory.EnumerateFileSystemEntries(full).Any())
            {
                return;
            }

            Directory.Delete(full);
        }
    }

    // Before the exchange the name is that of the new tree: its files are right, and none of them is kept.
    private void Keep(IEnumerable<string> kept, Manifest manifest)
    {
        if (FileState.Of(Tree).Kind is FileStateKind.File or FileStateKind.Link)
        {
            FileMove.ToElsewhere(Tree, Path.Combine(place.Quarantine, Path.GetFileName(root)));
            return;
        }

        var expected = new ExpectedFiles(manifest);
        using var hash = new FileHash();
        foreach (var path in kept)
        {
            var file = Path.Combine(Tree, path);
            var entry = expected.Find(path);
            var state = FileState.Of(file);
            var isRight =
                entry is not null
                && state is { Kind: FileStateKind.File }
                && state.Size == entry.Size
                && hash.Of(file, entry.Size, out _, CancellationToken.None) == entry.Digest;
            if (!isRight && state.Kind != FileStateKind.Missing && !(expected.HasDirectory(path) && state.Kind == FileStateKind.Directory))
            {
                _quarantine.Move(Tree, path);
            }
        }
    }
}
