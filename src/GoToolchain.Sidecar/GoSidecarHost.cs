using GoToolchain.Sidecar.Logging;
using GoToolchain.Sidecar.Supervision;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GoToolchain.Sidecar;

/// <summary>
/// Runs a Go program beside this one: starts it, waits until it is ready, starts it again when it fails, forwards what it prints to a log, and ends it with
/// everything that it has started: at the latest when this is disposed, and also when this process is killed.
/// </summary>
/// <remarks>
/// <para>
/// <b>There is never more than one, and never one without its parent.</b> A new process is started only when nothing of the one before runs any more. When this
/// process is killed, it can tidy up nothing, so on Linux and macOS a guardian does, a shell that waits at a pipe whose other end only this process has; the
/// sidecar is born into its process group, so there is no moment in between. On Windows the sidecar is in a job object that ends with its last handle. In an image
/// without <c>/bin/sh</c> there is no guardian, and a warning in the log says so: there the sidecar has to end at the end of its standard input.
/// </para>
/// <para>All members may be used by several threads at the same time.</para>
/// </remarks>
public sealed partial class GoSidecarHost : IAsyncDisposable, IDisposable
{
    private readonly GoSidecarHostOptions _options;
    private readonly ILogger _logger;
    private readonly object _lock = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private GoSidecarState _state;
    private GoSidecarInstance? _instance;
    private GoSidecarException? _lastFailure;
    private long _restarts;

    /// <summary>Prepares a sidecar, and starts nothing.</summary>
    /// <param name="name">What it is called in logs, health checks and metrics; also its program, if the options name none.</param>
    /// <param name="options">How it is run; null: everything by default. Not to be changed afterwards.</param>
    /// <param name="loggers">For its lines and for what happens to it, both in the category <c>GoToolchain.Sidecar.NAME</c>; null: nowhere.</param>
    /// <exception cref="GoSidecarException"><see cref="GoSidecarErrorCodes.InvalidOptions"/>.</exception>
    public GoSidecarHost(string name, GoSidecarHostOptions? options = null, ILoggerFactory? loggers = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        _options = options ?? new GoSidecarHostOptions();
        OptionsCheck.Check(name, _options);
        _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger($"{SidecarTelemetry.Name}.{name}");
    }

    /// <summary>It has gone from one state to another. Called by one thread at a time, in order; the sidecar waits meanwhile for what comes next.</summary>
    public event EventHandler<GoSidecarStateChangedEventArgs>? StateChanged;

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Where it stands.</summary>
    public GoSidecarState State
    {
        get
        {
            lock (_lock)
            {
                return _state;
            }
        }
    }

    /// <summary>The run that is going on, ready or not; null when none is.</summary>
    public GoSidecarInstance? Instance
    {
        get
        {
            lock (_lock)
            {
                return _instance;
            }
        }
    }

    /// <summary>What went wrong the last time; null when nothing did.</summary>
    public GoSidecarException? LastFailure
    {
        get
        {
            lock (_lock)
            {
                return _lastFailure;
            }
        }
    }

    /// <summary>How often it was started again by itself, since this object was made.</summary>
    public long RestartCount
    {
        get
        {
            lock (_lock)
            {
                return _restarts;
            }
        }
    }

    internal GoSidecarHostOptions Options => _options;

    /// <summary>Waits until it is ready, through restarts.</summary>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="GoSidecarException">It does not run, or has failed for good.</exception>
    public async Task WaitUntilReadyAsync(CancellationToken cancel = default)
    {
        while (true)
        {
            Task changed;
            GoSidecarState state;
            GoSidecarException? failure;
            lock (_lock)
            {
                (changed, state, failure) = (_changed.Task, _state, _lastFailure);
            }

            switch (state)
            {
                case GoSidecarState.Ready:
                    return;
                case GoSidecarState.Failed:
                    throw new GoSidecarException(failure!.Code, Name, Text(failure), failure) { ExitCode = failure.ExitCode };
                case GoSidecarState.Stopped or GoSidecarState.Stopping:
                    throw new GoSidecarException(
                        GoSidecarErrorCodes.NotAvailable,
                        Name,
                        $"The sidecar {Name} does not run: it was not started, was stopped, or has ended. Start it, or let the host of the application do so."
                    );
                default:
                    await changed.WaitAsync(cancel).ConfigureAwait(false);
                    break;
            }
        }
    }

    private void Change(GoSidecarState state, GoSidecarException? failure = null)
    {
        TaskCompletionSource changed;
        GoSidecarState previous;
        lock (_lock)
        {
            (previous, _state) = (_state, state);
            if (state is GoSidecarState.Restarting or GoSidecarState.Stopped or GoSidecarState.Failed)
            {
                _instance = null;
            }

            if (state == GoSidecarState.Restarting)
            {
                _restarts++;
            }

            _lastFailure = failure ?? _lastFailure;
            (changed, _changed) = (_changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        changed.SetResult();
        try
        {
            StateChanged?.Invoke(this, new GoSidecarStateChangedEventArgs(previous, state, failure));
        }
#pragma warning disable CA1031 // Of the application: it must not leave the sidecar without supervision.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _logger.HandlerFailed(Name, e);
        }
    }

    private void Set(GoSidecarInstance instance)
    {
        lock (_lock)
        {
            _instance = instance;
        }
    }

    // The message without the code, which the exception around it puts before it again.
    private static string Text(GoSidecarException failure) => failure.Message[(failure.Code.Length + 2)..];
}
