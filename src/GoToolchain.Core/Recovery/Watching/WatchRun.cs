using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace GoToolchain.Recovery.Watching;

/// <summary>
/// One watch, from its start to its cancellation. Events of the system only say where to look: what is told is what was seen there, so that nothing is
/// told that is not so any more, and lost events cost a look at the whole tree and nothing else.
/// </summary>
/// <param name="subject">What is watched.</param>
/// <param name="options">How.</param>
internal sealed partial class WatchRun(WatchedRoot subject, GoWatchOptions options) : IDisposable
{
    // What belongs together follows one another faster than this.
    private static readonly TimeSpan s_settled = TimeSpan.FromMilliseconds(40);

    // Somebody who never stops writing is told of in between.
    private static readonly TimeSpan s_longestBurst = TimeSpan.FromSeconds(10);

    // While a snapshot is made, its end is looked for that often.
    private static readonly TimeSpan s_glance = TimeSpan.FromMilliseconds(200);

    private readonly HealSchedule _healing = new(options);
    private TreeWatch _watch = null!;
    private TreeState _tree = null!;
    private Task<GoRootEvent?>? _snapshot;
    private GoToolchainException? _toldObstacle;
    private long _lookedAt;
    private long? _upgradedAt;

    /// <summary>Watches.</summary>
    /// <param name="cancel">The only end.</param>
    public async IAsyncEnumerable<GoRootEvent> RunAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        // First the watch, then the look: what happens in between is seen.
        _watch = TreeWatch.Start(subject.Path);
        try
        {
            await Task.Run(() => BeginAsync(cancel), cancel).ConfigureAwait(false);
            yield return StateEvent(GoRootEventKind.Started);
            while (true)
            {
                cancel.ThrowIfCancellationRequested();
                if (LimitEvent() is { } limit)
                {
                    yield return limit;
                }

                await _watch.WaitAsync(NextDeadline(), cancel).ConfigureAwait(false);
                await foreach (var e in StepAsync(cancel).ConfigureAwait(false))
                {
                    yield return e;
                }
            }
        }
        finally
        {
            await EndSnapshotAsync().ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<GoRootEvent> StepAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        if (_snapshot is { IsCompleted: true } made)
        {
            _snapshot = null;
            if (await made.ConfigureAwait(false) is { } e)
            {
                yield return e;
            }
        }

        if (!_watch.Peek().IsEmpty)
        {
            await foreach (var e in BurstAsync(cancel).ConfigureAwait(false))
            {
                yield return e;
            }
        }
        else if (Elapsed(_lookedAt) >= LookEvery)
        {
            if (await LookAgainAsync(cancel).ConfigureAwait(false) is { } e)
            {
                yield return e;
            }
        }
        else if (_healing.Left <= TimeSpan.Zero)
        {
            yield return await HealAsync(cancel).ConfigureAwait(false);
        }
        else if (_upgradedAt is { } since && Elapsed(since) >= options.AdoptAfter)
        {
            yield return await AdoptAsync(cancel).ConfigureAwait(false);
        }
    }

    private async Task BeginAsync(CancellationToken cancel)
    {
        var expected = subject.ReadExpected(cancel);
        if (options.Heal)
        {
            await subject.AdoptAsync(expected, cancel).ConfigureAwait(false);
        }

        _tree = new TreeState(subject.Path, expected);
        // What was touched until now is seen by the look that follows.
        _watch.Take();
        Look(null, cancel);
        Consider();
    }

    private void Look(PendingChanges? changes, CancellationToken cancel)
    {
        if (changes is { IsRootTouched: true } && subject.ReadInstalled() is { } installed)
        {
            // The store may have put another tree there, or the link leads to another toolchain.
            _tree = new TreeState(subject.Path, installed);
        }

        _tree.Look(changes, cancel);
        if (changes is null or { IsWhole: true })
        {
            _lookedAt = Stopwatch.GetTimestamp();
        }
    }

    // After each look: what is to be done about what was seen.
    private void Consider()
    {
        if (_tree.State == GoRootState.Intact)
        {
            _upgradedAt = null;
            _healing.Changed(GoRootState.Intact);
            BeginSnapshot();
        }
        else if (_tree.Expected.IsForeign && subject.IsOtherVersion(_tree.Expected))
        {
            _upgradedAt = Stopwatch.GetTimestamp();
            _healing.Pause();
        }
        else
        {
            _upgradedAt = null;
            _healing.Changed(_tree.State);
        }
    }

    private TimeSpan LookEvery => _watch.Obstacle is null ? options.RescanEvery : options.PollEvery;

    private TimeSpan NextDeadline()
    {
        var next = LookEvery - Elapsed(_lookedAt);
        next = Earlier(next, _healing.Left);
        next = Earlier(next, _upgradedAt is { } since ? options.AdoptAfter - Elapsed(since) : null);
        return Earlier(next, _snapshot is null ? null : s_glance);
    }

    private static TimeSpan Earlier(TimeSpan next, TimeSpan? other) => other < next ? other.Value : next;

    private static TimeSpan Elapsed(long since) => Stopwatch.GetElapsedTime(since);
}
