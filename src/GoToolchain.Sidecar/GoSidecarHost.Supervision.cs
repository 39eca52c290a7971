using System.Diagnostics;
using System.Globalization;
using GoToolchain.Sidecar.Logging;
using GoToolchain.Sidecar.Sockets;
using GoToolchain.Sidecar.Supervision;

namespace GoToolchain.Sidecar;

public sealed partial class GoSidecarHost
{
    // Nothing but the application can change what these complain about.
    private static readonly string[] s_final = [GoSidecarErrorCodes.ProgramMissing, GoSidecarErrorCodes.NoSocketDirectory];

    private async Task SuperviseAsync(CancellationToken stop, CancellationToken hurry)
    {
        SocketDirectory? sockets = null;
        try
        {
            sockets = _options.Endpoint.IsSocket ? SocketDirectory.Create(Name, SocketDirectory.Places()) : null;
            var row = 0;
            while (true)
            {
                var end = await RunAsync(sockets, stop, hurry).ConfigureAwait(false);
                row = end.WasStable ? 1 : row + 1;
                if (stop.IsCancellationRequested || !ShallRestart(end))
                {
                    Conclude(end.Failure, stop);
                    return;
                }

                if (row > _options.MaxRestarts)
                {
                    Conclude(TooOften(row, end), stop);
                    return;
                }

                await PauseAsync(end, row, stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Change(GoSidecarState.Stopped);
        }
        catch (GoSidecarException e)
        {
            Conclude(e, stop);
        }
#pragma warning disable CA1031 // Whatever it is, those who wait for the sidecar have to learn of it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var text = $"The supervision of the sidecar {Name} has ended by {e.GetType().Name}: {e.Message}";
            Conclude(new GoSidecarException(GoSidecarErrorCodes.NotStarted, Name, text, e), stop);
        }
        finally
        {
            sockets?.Dispose();
        }
    }

    // One run, from its start until nothing of it is left.
    private async Task<RunEnd> RunAsync(SocketDirectory? sockets, CancellationToken stop, CancellationToken hurry)
    {
        GoSidecarInstance? instance = null;
        GoSidecarException? failure;
        long? ready = null;
        try
        {
            instance = await StartInstanceAsync(sockets, stop).ConfigureAwait(false);
            ready = Stopwatch.GetTimestamp();
            Change(GoSidecarState.Ready);
            failure = await new Watch(Name, _options, _logger).UntilEndAsync(instance, stop).ConfigureAwait(false);
            if (failure?.Code == GoSidecarErrorCodes.NotAlive)
            {
                Change(GoSidecarState.Unhealthy, failure);
                await AskToEndAsync(instance, hurry).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            failure = null;
            Change(GoSidecarState.Stopping);
            if (Instance is { } running)
            {
                await AskToEndAsync(running, hurry).ConfigureAwait(false);
            }
        }
        catch (GoSidecarException e)
        {
            failure = e;
        }
        finally
        {
            await EndInstanceAsync().ConfigureAwait(false);
        }

        return new RunEnd(failure, ready is { } since && Stopwatch.GetElapsedTime(since) >= _options.StableAfter);
    }

    private async Task<GoSidecarInstance> StartInstanceAsync(SocketDirectory? sockets, CancellationToken stop)
    {
        using var span = SidecarTelemetry.StartSpan(Name);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var instance = await new InstanceStart(Name, _options, _logger).RunAsync(sockets, stop).ConfigureAwait(false);
            Set(instance);
            await new Readiness(Name, _options).WaitAsync(instance, stop).ConfigureAwait(false);
            var duration = Stopwatch.GetElapsedTime(started);
            _logger.Ready(Name, (long)duration.TotalMilliseconds);
            SidecarTelemetry.Started(Name, duration);
            return instance;
        }
        catch (GoSidecarException e)
        {
            SidecarTelemetry.NotStarted(Name, e.Code, span);
            throw;
        }
    }

    private async Task AskToEndAsync(GoSidecarInstance instance, CancellationToken hurry)
    {
        try
        {
            if (_options.StopMethod == GoSidecarStopMethod.Terminate)
            {
                instance.Child.AskToEnd();
            }
            else
            {
                await instance.StandardInput.DisposeAsync().ConfigureAwait(false);
            }

            await instance.Child.Exited.WaitAsync(_options.StopTimeout, hurry).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _logger.Killed(Name, _options.StopTimeout.TotalSeconds);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // It ended just now, or there is no more time to be polite: it is killed next.
        }
    }

    private async Task EndInstanceAsync()
    {
        if (Instance is { } instance)
        {
            await instance.Child.EndTreeAsync().ConfigureAwait(false);
            _logger.Ended(Name, await instance.Child.Exited.ConfigureAwait(false));
        }
    }

    private bool ShallRestart(RunEnd end) =>
        _options.Restart switch
        {
            GoSidecarRestartPolicy.Never => false,
            GoSidecarRestartPolicy.OnFailure => end.Failure is { } failure && !s_final.Contains(failure.Code),
            _ => end.Failure is null || !s_final.Contains(end.Failure.Code),
        };

    private async Task PauseAsync(RunEnd end, int row, CancellationToken stop)
    {
#pragma warning disable CA5394 // No secret: only so that not all come back at the same moment.
        var pause = RestartDelay.Of(_options.RestartDelay, _options.MaxRestartDelay, row, Random.Shared.NextDouble());
#pragma warning restore CA5394
        SidecarTelemetry.Restarting(Name, end.Failure?.Code);
        _logger.Restarting(Name, (long)pause.TotalMilliseconds, row, end.Failure?.Message ?? "It has ended.");
        Change(GoSidecarState.Restarting, end.Failure);
        await Task.Delay(pause, stop).ConfigureAwait(false);
    }

    private void Conclude(GoSidecarException? failure, CancellationToken stop)
    {
        if (failure is null || stop.IsCancellationRequested)
        {
            Change(GoSidecarState.Stopped);
            return;
        }

        _logger.Failed(Name, failure.Message);
        Change(GoSidecarState.Failed, failure);
    }

    private GoSidecarException TooOften(int row, RunEnd end)
    {
        var last = end.Failure is { } failure ? $"The last time: {Text(failure)}" : "It has ended each time.";
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"The sidecar {Name} has failed {row} times in a row and is not started again (MaxRestarts is {_options.MaxRestarts}). {last}"
        );
        return new GoSidecarException(GoSidecarErrorCodes.FailedTooOften, Name, text, end.Failure) { ExitCode = end.Failure?.ExitCode };
    }

    /// <summary>How a run has ended.</summary>
    /// <param name="Failure">Null: with exit code 0, or because it was asked to.</param>
    /// <param name="WasStable">It was ready for so long that the row of restarts is over.</param>
    private readonly record struct RunEnd(GoSidecarException? Failure, bool WasStable);
}
