using System.Security.Cryptography;
using System.Text;
using GoToolchain.Locating;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Snapshots;

/// <summary>Puts a restored tree in its place: made beside it, on the same volume, and named by one rename.</summary>
/// <param name="layout">The store.</param>
/// <param name="host">The machine.</param>
/// <param name="lockTimeout">How long to wait for whoever works on that toolchain of the store.</param>
internal sealed class SnapshotPlace(SnapshotLayout layout, HostMachine host, TimeSpan lockTimeout)
{
    private const string DraftMark = ".gotc-restore-";

    /// <summary>Restores.</summary>
    /// <param name="snapshot">Which.</param>
    /// <param name="directory">Where to: absolute; null: where it was.</param>
    /// <param name="force">Replace what is there.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>Where the tree is, and whether something was replaced.</returns>
    public async Task<(string Root, bool Replaced)> PutAsync(
        StoredSnapshot snapshot,
        string? directory,
        bool force,
        CancellationToken cancel
    )
    {
        var root = Path.TrimEndingDirectorySeparator(directory ?? snapshot.Record.Root);
        // A link stays one: the tree that it leads to is restored.
        var target = directory is null && IsLink(root) ? new LinkResolver().Resolve(root) ?? snapshot.Record.ResolvedRoot : root;
        var name = Path.GetFileName(target);
        var isOurs = Path.GetDirectoryName(target) == layout.Store.Toolchains;
        if (isOurs)
        {
            StoreVersion.RequireWritable(layout.Store);
        }

        using var held = await ToolchainLock
            .AcquireAsync(layout.Store, isOurs ? name : LockOf(target), host, lockTimeout, waiting: null, cancel)
            .ConfigureAwait(false);
        RequireFree(target, force);
        try
        {
            var draft = isOurs ? layout.Store.NewStaging(name) : DraftBeside(target);
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(draft)!);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                new SnapshotRestorer(layout).Write(snapshot, draft, cancel);
                cancel.ThrowIfCancellationRequested();
                if (isOurs)
                {
                    WritePapers(snapshot, name);
                }

                return (root, Swap(draft, target));
            }
            finally
            {
                TreeRemoval.Remove(draft);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(e, Path.GetDirectoryName(target)!);
        }
    }

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private static void RequireFree(string target, bool force)
    {
        if (!force && Path.Exists(target) && (File.Exists(target) || Directory.EnumerateFileSystemEntries(target).Any()))
        {
            throw new GoToolchainException(
                GoErrorCodes.RestoreRefused,
                $"{target} is there already.",
                target,
                "Repair it with `gotoolchain repair`, replace it with --force, or restore somewhere else with --to DIR."
            );
        }
    }

    private static string LockOf(string target) =>
        "restore-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(target)).AsSpan(0, 8)).ToLowerInvariant();

    // What is found here was left by a killed process: the lock of the place is held.
    private static string DraftBeside(string target)
    {
        var parent = Path.GetDirectoryName(target)!;
        if (Directory.Exists(parent))
        {
            foreach (var left in Directory.GetDirectories(parent, $".{Path.GetFileName(target)}{DraftMark}*"))
            {
                TreeRemoval.Remove(left);
            }
        }

        return Path.Combine(
            parent,
            $".{Path.GetFileName(target)}{DraftMark}{Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal)}"
        );
    }

    // Returns whether there was something. Afterwards the draft is what was there, or nothing.
    private static bool Swap(string draft, string target)
    {
        if (File.Exists(target) || IsLink(target))
        {
            File.Delete(target);
            Directory.Move(draft, target);
            return true;
        }

        if (!Directory.Exists(target))
        {
            Directory.Move(draft, target);
            return false;
        }

        var wasEmpty = !Directory.EnumerateFileSystemEntries(target).Any();
        if (!DirectorySwap.TryExchange(draft, target))
        {
            var old = draft + ".old";
            Directory.Move(target, old);
            Directory.Move(draft, target);
            Directory.Move(old, draft);
        }

        return !wasEmpty;
    }

    // A toolchain of the store whose receipt went with it gets it back; the manifest is that of the tree that is restored.
    private void WritePapers(StoredSnapshot snapshot, string name)
    {
        if (!File.Exists(snapshot.Receipt) || snapshot.ReadManifest() is not { } manifest)
        {
            return;
        }

        Directory.CreateDirectory(layout.Store.Manifests);
        Directory.CreateDirectory(layout.Store.Receipts);
        if (!File.Exists(layout.Store.Manifest(name)) && snapshot.Record.IsAsInstalled)
        {
            StoreFile.Write(layout.Store, name, layout.Store.Manifest(name), manifest.ToBytes());
        }

        if (!File.Exists(layout.Store.Receipt(name)) && snapshot.Record.IsAsInstalled)
        {
            StoreFile.Write(layout.Store, name, layout.Store.Receipt(name), File.ReadAllBytes(snapshot.Receipt));
        }
    }
}
