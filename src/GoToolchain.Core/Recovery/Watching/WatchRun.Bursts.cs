using System.Runtime.CompilerServices;

namespace GoToolchain.Recovery.Watching;

internal sealed partial class WatchRun
{
    // Changes that follow one another are one event. When they go on for longer than an alert may wait, they are told of at once, and once more when
    // it is over.
    private async IAsyncEnumerable<GoRootEvent> BurstAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var first = _watch.Peek().At.First;
        var isTold = false;
        while (true)
        {
            var (quiet, total) = (Elapsed(_watch.Peek().At.Last), Elapsed(first));
            var enough = isTold ? options.Quiet : s_settled;
            if (quiet >= enough || total >= s_longestBurst)
            {
                break;
            }

            if (!isTold && total >= options.AlertWithin)
            {
                isTold = true;
                yield return ChangingEvent(first);
                continue;
            }

            var pause = isTold ? enough - quiet : Earlier(enough - quiet, options.AlertWithin - total);
            await Task.Delay(pause > s_shortest ? pause : s_shortest, cancel).ConfigureAwait(false);
        }

        var paths = _watch.PeekPaths();
        var pending = _watch.Take();
        var look = Task.Run(() => Look(pending, cancel), cancel);
        // Reading what has changed may take longer than an alert may wait.
        var left = options.AlertWithin - Elapsed(first);
        if (!isTold && await Task.WhenAny(look, Task.Delay(left > s_shortest ? left : s_shortest, cancel)).ConfigureAwait(false) != look)
        {
            yield return ChangingEvent(first, paths);
        }

        await look.ConfigureAwait(false);
        Consider();
        yield return StateEvent(GoRootEventKind.Changed) with
        {
            Touched = pending.IsWhole && _tree.State == GoRootState.Missing ? [] : Named(pending.Paths),
            Overflowed = pending.Overflowed,
            Delay = Elapsed(first),
        };
    }

    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(5);

    // The regular look, for what no system tells.
    private async Task<GoRootEvent?> LookAgainAsync(CancellationToken cancel)
    {
        var before = (_tree.State, _tree.Differences.Count, _tree.Differences.ToString());
        await Task.Run(() => Look(null, cancel), cancel).ConfigureAwait(false);
        if (before == (_tree.State, _tree.Differences.Count, _tree.Differences.ToString()))
        {
            return null;
        }

        Consider();
        return StateEvent(GoRootEventKind.Changed);
    }

    private static IReadOnlyList<string> Named(IEnumerable<string> paths) =>
        [.. paths.Order(StringComparer.Ordinal).Take(GoRootEvent.MostNamed)];
}
