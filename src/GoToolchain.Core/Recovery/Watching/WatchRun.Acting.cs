using System.Diagnostics;
using System.Globalization;

namespace GoToolchain.Recovery.Watching;

internal sealed partial class WatchRun
{
    private readonly CancellationTokenSource _snapshotEnd = new();

    // Beside the watch: no alert waits for it. When the tree changes meanwhile, it fails or holds what was there before, never a mixture.
    private void BeginSnapshot()
    {
        if (options.Snapshot && _snapshot is null)
        {
            var expected = _tree.Expected;
            _snapshot = Task.Run(() => SnapshotAsync(expected));
        }
    }

    private async Task<GoRootEvent?> SnapshotAsync(ExpectedTree expected)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            if (await subject.SnapshotAsync(expected, _snapshotEnd.Token).ConfigureAwait(false) is not { } made)
            {
                return null;
            }

            var seconds = Elapsed(started).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
            return Event(GoRootEventKind.SnapshotMade, $"Snapshot {made.Id} of {made.Record.Files} files was made in {seconds} s.") with
            {
                SnapshotId = made.Id,
                Delay = Elapsed(started),
            };
        }
        catch (GoToolchainException e)
        {
            return Event(GoRootEventKind.SnapshotFailed, e.Problem) with { Code = e.Code, NextStep = e.NextStep };
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task EndSnapshotAsync()
    {
        await _snapshotEnd.CancelAsync().ConfigureAwait(false);
        if (_snapshot is not null)
        {
            _ = await _snapshot.ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Null when nobody has begun to take events.
        _watch?.Dispose();
        _snapshotEnd.Dispose();
    }

    private async Task<GoRootEvent> HealAsync(CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        GoToolchainException? failure = null;
        var done = "";
        try
        {
            done = await subject.RepairAsync(_tree.Expected, cancel).ConfigureAwait(false);
        }
        catch (GoToolchainException e)
        {
            failure = e;
        }

        // What the repair itself has touched arrives a moment later.
        await Task.Delay(s_settled, cancel).ConfigureAwait(false);
        _watch.Take();
        await Task.Run(() => Look(ChangesOfRepair(), cancel), cancel).ConfigureAwait(false);
        var isIntact = _tree.State == GoRootState.Intact;
        _healing.Done(isIntact);
        if (isIntact)
        {
            BeginSnapshot();
            return StateEvent(GoRootEventKind.Healed) with { Message = $"Repaired: {done}", Delay = Elapsed(started) };
        }

        var left = _healing.Left?.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        return StateEvent(GoRootEventKind.HealFailed) with
        {
            Message = $"Not repaired: {failure?.Problem.TrimEnd('.') ?? $"still {Words()}"}. Tried again in {left} s.",
            Code = failure?.Code ?? GoErrorCodes.NotHealed,
            NextStep = failure?.NextStep ?? $"See `gotoolchain doctor {subject.Path}`.",
            Delay = Elapsed(started),
        };
    }

    private static PendingChanges ChangesOfRepair()
    {
        var changes = new PendingChanges();
        changes.AddRoot();
        return changes;
    }

    private async Task<GoRootEvent> AdoptAsync(CancellationToken cancel)
    {
        _upgradedAt = null;
        await Task.Run(() => BeginAsync(cancel), cancel).ConfigureAwait(false);
        return StateEvent(GoRootEventKind.Adopted);
    }
}
