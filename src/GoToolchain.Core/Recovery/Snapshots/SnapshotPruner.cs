using System.Globalization;

namespace GoToolchain.Recovery.Snapshots;

/// <summary>Removes snapshots, and the contents that none needs any more. The caller holds the lock.</summary>
/// <param name="layout">The store.</param>
/// <param name="clock">The clock.</param>
internal sealed class SnapshotPruner(SnapshotLayout layout, TimeProvider clock)
{
    /// <summary>Decides, and removes.</summary>
    /// <param name="options">Which.</param>
    /// <param name="cancel">Ends the work between two snapshots, or before contents are removed.</param>
    /// <exception cref="IOException">Something cannot be removed.</exception>
    public GoSnapshotPruneReport Prune(GoSnapshotPruneOptions options, CancellationToken cancel)
    {
        var usage = SnapshotUsage.Read(layout);
        var judged = Judge(usage, options);
        if (!options.DryRun)
        {
            foreach (var (snapshot, _, _) in judged.Where(j => j.IsRemoved))
            {
                cancel.ThrowIfCancellationRequested();
                Remove(layout.Snapshot(snapshot.Id));
            }
        }

        var kept = judged.Where(j => !j.IsRemoved).Select(j => j.Snapshot.Id).ToHashSet(StringComparer.Ordinal);
        var needed = usage.ContentsOf(kept);
        var (freed, remaining) = (0L, 0L);
        foreach (var (file, digest) in new SnapshotObjects(layout).All())
        {
            cancel.ThrowIfCancellationRequested();
            if (needed.Contains(digest))
            {
                remaining += file.Length;
                continue;
            }

            freed += file.Length;
            if (!options.DryRun)
            {
                file.Delete();
            }
        }

        return new GoSnapshotPruneReport(judged, freed, remaining);
    }

    private List<GoPrunedSnapshot> Judge(SnapshotUsage usage, GoSnapshotPruneOptions options)
    {
        var judged = new List<GoPrunedSnapshot>();
        var newer = new Dictionary<string, int>(StringComparer.Ordinal);
        var now = clock.GetUtcNow();
        foreach (var snapshot in usage.Snapshots)
        {
            if (snapshot.IsDamaged)
            {
                judged.Add(new GoPrunedSnapshot(snapshot, IsRemoved: true, "it cannot be read any more"));
                continue;
            }

            var before = newer.GetValueOrDefault(snapshot.Root);
            newer[snapshot.Root] = before + 1;
            var go =
                before >= options.AtMost ? $"{before.ToString(CultureInfo.InvariantCulture)} of that GOROOT are newer"
                : now - snapshot.CreatedAt > options.OlderThan ? $"made on {Day(snapshot.CreatedAt)}"
                : null;
            judged.Add(
                before < options.Keep
                    ? new GoPrunedSnapshot(snapshot, IsRemoved: false, $"one of the newest {Count(options.Keep)} of that GOROOT")
                    : new GoPrunedSnapshot(snapshot, go is not null, go ?? $"made on {Day(snapshot.CreatedAt)}")
            );
        }

        return options.MaxBytes is { } limit ? Shrink(judged, usage, limit, options.Keep) : judged;
    }

    // The oldest first, until the rest fits.
    private static List<GoPrunedSnapshot> Shrink(List<GoPrunedSnapshot> judged, SnapshotUsage usage, long limit, int keep)
    {
        for (var i = judged.Count - 1; i >= 0; i--)
        {
            var kept = judged.Where(j => !j.IsRemoved).Select(j => j.Snapshot.Id).ToHashSet(StringComparer.Ordinal);
            if (usage.BytesOf(kept) <= limit)
            {
                break;
            }

            var (snapshot, isRemoved, _) = judged[i];
            if (!isRemoved && judged.Take(i).Count(j => !j.IsRemoved && j.Snapshot.Root == snapshot.Root) >= keep)
            {
                judged[i] = new GoPrunedSnapshot(snapshot, IsRemoved: true, "all together take more than they may");
            }
        }

        return judged;
    }

    // Its name goes first, so that a kill leaves a whole snapshot or none; what is staged is swept by the next run.
    private void Remove(string directory)
    {
        Directory.CreateDirectory(layout.Store.Staging);
        var grave = layout.Store.NewStaging(SnapshotLayout.LockName);
        Directory.Move(directory, grave);
        Directory.Delete(grave, recursive: true);
    }

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
