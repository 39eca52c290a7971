using System.Diagnostics;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Snapshots;

/// <summary>A restore into a scratch place, measured and proved. The caller holds the lock.</summary>
/// <param name="layout">The store.</param>
internal sealed class SnapshotDrill(SnapshotLayout layout)
{
    /// <summary>Runs it.</summary>
    /// <param name="snapshot">Which.</param>
    /// <param name="limit">What the recovery may take.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.StoreNotWritable"/>.</exception>
    public GoSnapshotDrill Run(StoredSnapshot snapshot, TimeSpan limit, CancellationToken cancel)
    {
        var scratch = layout.Store.NewStaging(SnapshotLayout.LockName);
        try
        {
            Directory.CreateDirectory(layout.Store.Staging);
            var started = Stopwatch.GetTimestamp();
            IReadOnlyList<string> problems;
            TimeSpan recovery;
            try
            {
                new SnapshotRestorer(layout).Write(snapshot, scratch, cancel);
                recovery = Stopwatch.GetElapsedTime(started);
                started = Stopwatch.GetTimestamp();
                problems = RestoredTree.Compare(scratch, snapshot, cancel);
            }
            catch (GoToolchainException e) when (e.Code == GoErrorCodes.SnapshotDamaged)
            {
                recovery = Stopwatch.GetElapsedTime(started);
                started = Stopwatch.GetTimestamp();
                problems = [e.Problem];
            }

            return new GoSnapshotDrill(snapshot.ToPublic(), recovery, Stopwatch.GetElapsedTime(started), limit, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(e, layout.Store.Staging);
        }
        finally
        {
            TreeRemoval.Remove(scratch);
        }
    }
}
