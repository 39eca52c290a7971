using System.Diagnostics;
using GoToolchain.Locating;
using GoToolchain.Recovery.Snapshots;
using GoToolchain.Store;

namespace GoToolchain;

public sealed partial class GoToolchainManager
{
    private SnapshotLayout SnapshotLayout => new(_layout);

    /// <summary>
    /// Makes a snapshot of a GOROOT, whoever installed it. Contents that are in the store already, of this Go or another one, are not stored again; where
    /// the file system can, they are cloned (reflink), else copied: nothing that is done to the tree later can reach them.
    /// </summary>
    /// <param name="spec">Which: a version, or <c>path:DIR</c>; null: the one that would be used.</param>
    /// <param name="options">How; null: as usual.</param>
    /// <param name="cancel">Ends the work; no half-made snapshot stays.</param>
    /// <exception cref="GoToolchainException">There is no such Go, it cannot be read (<c>GOTC6522</c>), or the store not be written.</exception>
    public async Task<GoSnapshot> CreateSnapshotAsync(
        string? spec = null,
        GoSnapshotOptions? options = null,
        CancellationToken cancel = default
    )
    {
        var wanted = Resolve(spec);
        var root =
            NamedRoot(wanted)
            ?? Find(wanted, Settings.Preference)?.Root
            ?? throw MissingGo.NotFound(wanted, PlaceOf(spec), WhyNot(wanted, Settings.Preference), offers: null);
        var made = await SnapshotAsync(root, options ?? new GoSnapshotOptions(), cancel).ConfigureAwait(false);
        return SnapshotUsage.Read(SnapshotLayout).Snapshots.First(s => s.Id == made.Id);
    }

    /// <summary>The snapshots in the store.</summary>
    /// <exception cref="GoToolchainException">The store cannot be read.</exception>
    public GoSnapshotList ListSnapshots()
    {
        try
        {
            var usage = SnapshotUsage.Read(SnapshotLayout);
            return new GoSnapshotList(usage.Snapshots, usage.Bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(e, _layout.Snapshots);
        }
    }

    /// <summary>
    /// Restores a snapshot. The tree is made beside its place, proved, and gets its name by one rename: there is never half a tree.
    /// </summary>
    /// <param name="snapshot">Its name or the beginning of it, or the GOROOT that it was made of (absolute); null: the newest of all.</param>
    /// <param name="directory">Where to: absolute; null: where it was.</param>
    /// <param name="force">Replace what is there. Without it only an empty place is taken.</param>
    /// <param name="cancel">Ends the work; what is there stays as it is.</param>
    /// <exception cref="GoToolchainException">
    /// There is none (<c>GOTC6520</c>), it is damaged (<c>GOTC6521</c>), or something is there (<c>GOTC6523</c>).
    /// </exception>
    public async Task<GoSnapshotRestore> RestoreSnapshotAsync(
        string? snapshot = null,
        string? directory = null,
        bool force = false,
        CancellationToken cancel = default
    )
    {
        var started = Stopwatch.GetTimestamp();
        var stored = new SnapshotCatalog(SnapshotLayout).Require(snapshot);
        var place = new SnapshotPlace(SnapshotLayout, Options.Host, Settings.LockTimeout);
        var (root, replaced) = await place.PutAsync(stored, directory, force, cancel).ConfigureAwait(false);
        return new GoSnapshotRestore(stored.ToPublic(), root, Stopwatch.GetElapsedTime(started), replaced);
    }

    /// <summary>Removes old snapshots, and contents that no snapshot needs, also those that killed processes left.</summary>
    /// <param name="options">Which; null: those older than 7 days, but never the newest of a GOROOT.</param>
    /// <param name="cancel">Ends the wait for the lock, and the work.</param>
    /// <exception cref="GoToolchainException">The store cannot be written, or its lock not be had.</exception>
    public async Task<GoSnapshotPruneReport> PruneSnapshotsAsync(GoSnapshotPruneOptions? options = null, CancellationToken cancel = default)
    {
        StoreVersion.RequireWritable(_layout);
        using var held = await LockSnapshotsAsync(cancel).ConfigureAwait(false);
        try
        {
            SweepSnapshots();
            return new SnapshotPruner(SnapshotLayout, Options.Host.Clock).Prune(options ?? new GoSnapshotPruneOptions(), cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(e, _layout.Snapshots);
        }
    }

    /// <summary>
    /// Restores a snapshot into a scratch place in the store, reads back and compares every file, and removes it: is what we count on there, and how
    /// long does it take to have it?
    /// </summary>
    /// <param name="snapshot">As for <see cref="RestoreSnapshotAsync"/>.</param>
    /// <param name="limit">What the recovery may take; null: a minute.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="GoToolchainException">There is no such snapshot, or no place to restore it.</exception>
    public async Task<GoSnapshotDrill> DrillSnapshotAsync(
        string? snapshot = null,
        TimeSpan? limit = null,
        CancellationToken cancel = default
    )
    {
        var stored = new SnapshotCatalog(SnapshotLayout).Require(snapshot);
        StoreVersion.RequireWritable(_layout);
        using var held = await LockSnapshotsAsync(cancel).ConfigureAwait(false);
        SweepSnapshots();
        return new SnapshotDrill(SnapshotLayout).Run(stored, limit ?? TimeSpan.FromMinutes(1), cancel);
    }

    internal async Task<StoredSnapshot> SnapshotAsync(string root, GoSnapshotOptions options, CancellationToken cancel)
    {
        StoreVersion.RequireWritable(_layout);
        using var held = await LockSnapshotsAsync(cancel).ConfigureAwait(false);
        SweepSnapshots();
        StoreVersion.Upgrade(_layout, SnapshotLayout.LockName);
        return new SnapshotMaker(SnapshotLayout, Options.Host).Make(root, options, Options.Progress ?? new Progress<GoProgress>(), cancel);
    }

    private Task<ToolchainLock> LockSnapshotsAsync(CancellationToken cancel) =>
        ToolchainLock.AcquireAsync(_layout, SnapshotLayout.LockName, Options.Host, Settings.LockTimeout, waiting: null, cancel);

    private void SweepSnapshots() => new StoreSweeper(_layout, Options.Host, Options.Logger).Sweep(SnapshotLayout.LockName);
}
