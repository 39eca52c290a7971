using System.Runtime.CompilerServices;

namespace GoToolchain.Recovery.Watching;

/// <summary>Watches a GOROOT, and on request keeps snapshots of it and repairs it.</summary>
public sealed class GoRootWatcher
{
    private readonly WatchedRoot _subject;

    internal GoRootWatcher(WatchedRoot subject, GoWatchOptions options) => (_subject, Options) = (subject, options);

    /// <summary>GOROOT as it was given: absolute. It may be a link, and need not exist.</summary>
    public string Root => _subject.Path;

    /// <summary>How it is watched.</summary>
    public GoWatchOptions Options { get; }

    /// <summary>
    /// Watches until it is cancelled. Whoever takes the events slowly gets fewer, not older ones: what has happened meanwhile is one event, and the
    /// final state is always told. Each enumeration is a watch of its own.
    /// </summary>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled: there is no other end.</exception>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.NotWatchable"/>: nothing is there, and nobody knows what should be.</exception>
    public async IAsyncEnumerable<GoRootEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var run = new WatchRun(_subject, Options);
        await foreach (var e in run.RunAsync(cancel).ConfigureAwait(false))
        {
            yield return e;
        }
    }
}
