namespace GoToolchain.Recovery.Watching;

/// <summary>Tells that something in a tree, or its root, was touched. What became of it is for others to see.</summary>
internal abstract class TreeWatch : IDisposable
{
    private readonly object _gate = new();
    private readonly SemaphoreSlim _signal = new(0, 1);
    private PendingChanges _pending = new();

    /// <summary>Why not everything is told; null when everything is.</summary>
    public GoToolchainException? Obstacle { get; protected set; }

    /// <summary>Begins to watch.</summary>
    /// <param name="root">GOROOT: absolute. It need not exist.</param>
    public static TreeWatch Start(string root) => OperatingSystem.IsLinux() ? new InotifyWatch(root) : new SystemWatch(root);

    /// <summary>Waits for the first touch since <see cref="Take"/>.</summary>
    /// <returns>False when there was none in time.</returns>
    public async Task<bool> WaitAsync(TimeSpan timeout, CancellationToken cancel)
    {
        // A signal may be left over from what was taken in between.
        if (!Peek().IsEmpty)
        {
            return true;
        }

        await _signal.WaitAsync(timeout < TimeSpan.Zero ? TimeSpan.Zero : timeout, cancel).ConfigureAwait(false);
        return !Peek().IsEmpty;
    }

    /// <summary>When the first and the last touch was, and how many there were.</summary>
    public (bool IsEmpty, (long First, long Last) At, long Count) Peek()
    {
        lock (_gate)
        {
            return (_pending.IsEmpty, _pending.At, _pending.Count);
        }
    }

    /// <summary>A copy of the touched paths.</summary>
    public IReadOnlyList<string> PeekPaths()
    {
        lock (_gate)
        {
            return [.. _pending.Paths];
        }
    }

    /// <summary>Everything that was touched since the last call.</summary>
    public PendingChanges Take()
    {
        lock (_gate)
        {
            var taken = _pending;
            _pending = new PendingChanges();
            return taken;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends it.</summary>
    protected virtual void Dispose(bool disposing) => _signal.Dispose();

    /// <summary>Notes a touch, and wakes whoever waits.</summary>
    protected void Note(Action<PendingChanges> change)
    {
        lock (_gate)
        {
            change(_pending);
            if (_signal.CurrentCount == 0)
            {
                _signal.Release();
            }
        }
    }
}
