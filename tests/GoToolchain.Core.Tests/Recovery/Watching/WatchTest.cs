using GoToolchain.Core.Tests.Store;
using GoToolchain.Fixtures;
using GoToolchain.Recovery.Watching;

namespace GoToolchain.Core.Tests.Recovery.Watching;

/// <summary>A watch of a small tree, and what it tells.</summary>
public abstract class WatchTest : StoreTest
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private readonly CancellationTokenSource _end = new();
    private readonly List<GoRootEvent> _events = [];
    private Task _watch = Task.CompletedTask;

    /// <summary>Everything that was told, in order.</summary>
    protected IReadOnlyList<GoRootEvent> Events
    {
        get
        {
            lock (_events)
            {
                return [.. _events];
            }
        }
    }

    /// <summary>A tree that nobody but the test knows.</summary>
    protected SyntheticGoRoot MakeTree(string path = "opt/go", string version = "1.97.3") => SyntheticGoRoot.Create(Scratch[path], version);

    /// <summary>Begins to watch, and waits until it has begun.</summary>
    protected Task<GoRootEvent> WatchAsync(string root, GoWatchOptions? options = null)
    {
        var watcher = Manager().Watch($"path:{root}", options ?? new GoWatchOptions { Snapshot = false });
        _watch = Task.Run(
            async () =>
            {
                await foreach (var e in watcher.WatchAsync(_end.Token))
                {
                    lock (_events)
                    {
                        _events.Add(e);
                    }
                }
            },
            CancellationToken.None
        );
        return UntilAsync(e => e.Kind == GoRootEventKind.Started);
    }

    /// <summary>Waits for an event, from the first on that was told after the last one waited for.</summary>
    protected async Task<GoRootEvent> UntilAsync(Func<GoRootEvent, bool> wanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(s_patience);
        while (true)
        {
            var told = Events;
            for (; Seen < told.Count; Seen++)
            {
                if (wanted(told[Seen]))
                {
                    return told[Seen++];
                }
            }

            Assert.False(_watch.IsCompleted, $"The watch has ended: {_watch.Exception}");
            Assert.False(
                patience.IsCancellationRequested,
                $"It was not told. What was:\n{string.Join('\n', told.Select(e => $"{e.Kind} {e.State} {e.Message}"))}"
            );
            await Task.Delay(10, CancellationToken.None);
        }
    }

    /// <summary>Waits for the end of a burst that leaves a state.</summary>
    protected Task<GoRootEvent> UntilAsync(GoRootState state, int? differences = null) =>
        UntilAsync(e => e.Kind == GoRootEventKind.Changed && e.State == state && (differences is null || e.DifferenceCount == differences));

    /// <summary>The number of events that were waited for.</summary>
    protected int Seen { get; private set; }

    /// <summary>Copies a tree.</summary>
    protected static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var directory in Directory.GetDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, directory)));
        }

        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }

    /// <summary>Ends the watch, and then removes the sandbox.</summary>
    protected override void Dispose(bool disposing)
    {
        _end.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => EndAsync().GetAwaiter().GetResult());
        _end.Dispose();
        base.Dispose(disposing);
    }

    private async Task EndAsync()
    {
        await _watch.WaitAsync(s_patience, CancellationToken.None);
        throw new OperationCanceledException();
    }
}
