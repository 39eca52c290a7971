using System.Diagnostics;
using System.Globalization;

namespace GoToolchain.Sidecar.Supervision;

/// <summary>Waits until a sidecar is ready.</summary>
/// <param name="Name">The sidecar.</param>
/// <param name="Options">When it is.</param>
internal sealed record Readiness(string Name, GoSidecarHostOptions Options)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits.</summary>
    /// <param name="instance">It was started just now.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="GoSidecarException"><see cref="GoSidecarErrorCodes.NotReady"/>.</exception>
    public async Task WaitAsync(GoSidecarInstance instance, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Options.ReadyTimeout);
        foreach (var probe in Probes)
        {
            var reason = "it was not asked once";
            try
            {
                var pause = s_firstPause;
                while (await probe.CheckAsync(instance, deadline.Token).ConfigureAwait(false) is { } why)
                {
                    reason = why;
                    if (instance.Child.Exited.IsCompleted)
                    {
                        throw NotReady(instance, probe, reason, started);
                    }

                    await Task.WhenAny(instance.Child.Exited, Task.Delay(pause, deadline.Token)).ConfigureAwait(false);
                    deadline.Token.ThrowIfCancellationRequested();
                    pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause;
                }
            }
            catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancel.IsCancellationRequested)
            {
                throw NotReady(instance, probe, reason, started);
            }
            catch (Exception e) when (e is not (GoSidecarException or OperationCanceledException))
            {
                throw NotReady(instance, probe, $"the probe has thrown {e.GetType().Name}: {e.Message}", started, e);
            }
        }

        instance.Lines.KeepTail();
    }

    private IEnumerable<GoSidecarProbe> Probes
    {
        get
        {
            if (Options.Endpoint.PortLine is not null)
            {
                yield return GoSidecarProbe.When(Options.Endpoint.Description, (instance, _) => Task.FromResult(instance.Port is not null));
            }

            if (Options.Ready.Count == 0 && !Options.Endpoint.IsNone)
            {
                yield return GoSidecarProbe.Connection;
            }

            foreach (var probe in Options.Ready)
            {
                yield return probe;
            }
        }
    }

    private GoSidecarException NotReady(
        GoSidecarInstance instance,
        GoSidecarProbe probe,
        string reason,
        long started,
        Exception? inner = null
    )
    {
        int? exitCode = instance.Child.Exited.IsCompletedSuccessfully ? instance.Child.Exited.Result : null;
        var after = Stopwatch.GetElapsedTime(started).TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        var state = exitCode is null
            ? string.Create(CultureInfo.InvariantCulture, $"It still ran, as process {instance.ProcessId}, and was ended.")
            : string.Create(CultureInfo.InvariantCulture, $"It has ended with exit code {exitCode}.");
        return new GoSidecarException(
            GoSidecarErrorCodes.NotReady,
            Name,
            $"The sidecar {Name} was not ready after {after} s: waited for {probe.Description} ({reason.TrimEnd('.')}). {state} {Said(instance)}",
            inner
        )
        {
            ExitCode = exitCode,
        };
    }

    /// <summary>The last lines, as the end of a message.</summary>
    public static string Said(GoSidecarInstance instance) =>
        instance.Lines.Tail is { Length: > 0 } tail ? $"Its last lines:\n{tail}" : "It has printed nothing.";
}
