using GoToolchain.Recovery.Content;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Snapshots;

/// <summary>Writes the tree of a snapshot into a new directory: every file proved by its SHA-256, with its mode and time.</summary>
/// <param name="layout">The store.</param>
internal sealed class SnapshotRestorer(SnapshotLayout layout)
{
    private static readonly EnumerationOptions s_ownDirectories = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>Writes it.</summary>
    /// <param name="snapshot">Which.</param>
    /// <param name="directory">A directory that is not there: absolute.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.SnapshotDamaged"/>.</exception>
    /// <exception cref="IOException">The directory cannot be written.</exception>
    public void Write(StoredSnapshot snapshot, string directory, CancellationToken cancel)
    {
        var manifest = snapshot.ReadManifest() ?? throw Damaged(snapshot, "its list of files cannot be read");
        var times = snapshot.ReadTimes(manifest.Entries.Count) ?? throw Damaged(snapshot, "its list of times cannot be read");
        Directory.CreateDirectory(directory);
        foreach (var parent in manifest.Entries.Select(e => Parent(e.Path)).Distinct())
        {
            Directory.CreateDirectory(Path.Combine(directory, parent));
        }

        foreach (var special in snapshot.Record.Directories)
        {
            Directory.CreateDirectory(Path.Combine(directory, special.Path));
        }

        var objects = new SnapshotObjects(layout);
        try
        {
            Parallel.For(
                0,
                manifest.Entries.Count,
                new ParallelOptions { CancellationToken = cancel },
                i => WriteFile(objects, snapshot, manifest.Entries[i], times[i], directory, cancel)
            );
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions is [var cause, ..])
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(cause);
        }

        foreach (var link in snapshot.Record.Links)
        {
            Directory.CreateDirectory(Path.Combine(directory, Parent(link.Path)));
            File.CreateSymbolicLink(Path.Combine(directory, link.Path), link.Target);
        }

        if (!OperatingSystem.IsWindows())
        {
            // Whatever the umask is.
            foreach (var path in Directory.EnumerateDirectories(directory, "*", s_ownDirectories).Prepend(directory))
            {
                File.SetUnixFileMode(path, FileModes.Directory);
            }

            // The deepest first: a closed directory lets nobody into those below.
            foreach (var special in snapshot.Record.Directories.OrderByDescending(d => d.Path, StringComparer.Ordinal))
            {
                File.SetUnixFileMode(Path.Combine(directory, special.Path), (UnixFileMode)special.Mode);
            }
        }
    }

    private static void WriteFile(
        SnapshotObjects objects,
        StoredSnapshot snapshot,
        ManifestEntry entry,
        DateTime time,
        string directory,
        CancellationToken cancel
    )
    {
        var file = Path.Combine(directory, entry.Path);
        if (!objects.TryCopy(entry.Digest, entry.Size, file, cancel))
        {
            throw Damaged(snapshot, $"the content of {entry.Path} is not in the store, or has changed");
        }

        File.SetLastWriteTimeUtc(file, time);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, entry.Mode);
        }
    }

    private static string Parent(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static GoToolchainException Damaged(StoredSnapshot snapshot, string what) =>
        new(
            GoErrorCodes.SnapshotDamaged,
            $"The snapshot {snapshot.Id} cannot be restored: {what}.",
            snapshot.Directory,
            "Take another snapshot of that Go (`gotoolchain snapshot list`), or install it (`gotoolchain install`)."
        );
}
