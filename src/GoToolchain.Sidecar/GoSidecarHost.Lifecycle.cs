namespace GoToolchain.Sidecar;

public sealed partial class GoSidecarHost
{
    // One start or stop at a time.
#pragma warning disable CA2213 // It holds nothing as long as nobody asks for its wait handle, and a stop after the disposal has to find it.
    private readonly SemaphoreSlim _gate = new(1, 1);
#pragma warning restore CA2213
    private Supervised? _supervised;
    private bool _isDisposed;

    /// <summary>Starts it and waits until it is ready, with as many restarts as the options allow. One that runs already is waited for.</summary>
    /// <param name="cancel">Ends the start; nothing of it runs then.</param>
    /// <exception cref="GoSidecarException">It cannot be started or did not become ready, with its last lines.</exception>
    /// <exception cref="ObjectDisposedException">This is disposed.</exception>
    public async Task StartAsync(CancellationToken cancel = default)
    {
        await BeginAsync(cancel).ConfigureAwait(false);
        try
        {
            await WaitUntilReadyAsync(cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Asks it to end, waits for as long as <see cref="GoSidecarHostOptions.StopTimeout"/> says, and then kills it; what it has started is killed in either
    /// case. It can be started again.
    /// </summary>
    /// <param name="cancel">Ends the wait for a polite end: it is killed then at once.</param>
    public async Task StopAsync(CancellationToken cancel = default)
    {
        await _gate.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            await EndAsync(cancel).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Stops it, if it runs, and starts it.</summary>
    /// <param name="cancel">Kills the one that runs, and ends the start.</param>
    /// <exception cref="GoSidecarException">As for <see cref="StartAsync"/>.</exception>
    public async Task RestartAsync(CancellationToken cancel = default)
    {
        await StopAsync(cancel).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        await StartAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Stops it as <see cref="StopAsync"/> does.</summary>
    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            _isDisposed = true;
            await EndAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>As <see cref="DisposeAsync"/>, and blocks the thread until then.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Starts it, and does not wait for it.</summary>
    internal async Task BeginAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (_supervised is not null && State is not (GoSidecarState.Stopped or GoSidecarState.Failed))
            {
                return;
            }

            // One that has ended or failed by itself, a moment ago perhaps.
            await EndAsync(CancellationToken.None).ConfigureAwait(false);
            Change(GoSidecarState.Starting);
            _supervised = new Supervised(this);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task EndAsync(CancellationToken cancel)
    {
        if (_supervised is not { } supervised)
        {
            return;
        }

        _supervised = null;
        await supervised.StopAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>From a start to the stop after it, with all restarts in between.</summary>
#pragma warning disable CA1001 // StopAsync disposes of them.
    private sealed class Supervised
#pragma warning restore CA1001
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly CancellationTokenSource _hurry = new();

        public Supervised(GoSidecarHost host) => Loop = Task.Run(() => host.SuperviseAsync(_stop.Token, _hurry.Token));

        public Task Loop { get; }

        public async Task StopAsync(CancellationToken cancel)
        {
            await using (cancel.Register(() => _hurry.Cancel()).ConfigureAwait(false))
            {
                await _stop.CancelAsync().ConfigureAwait(false);
                await Loop.ConfigureAwait(false);
            }

            _stop.Dispose();
            _hurry.Dispose();
        }
    }
}
