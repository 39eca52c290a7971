using System.Globalization;
using GoToolchain.Sidecar.Logging;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Sidecar.Supervision;

/// <summary>Watches a sidecar that is ready.</summary>
/// <param name="Name">The sidecar.</param>
/// <param name="Options">How.</param>
/// <param name="Logger">For answers that are missing.</param>
internal sealed record Watch(string Name, GoSidecarHostOptions Options, ILogger Logger)
{
    /// <summary>Waits until it ends, or no longer answers.</summary>
    /// <param name="instance">It is ready.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Null when it has ended with exit code 0; else what went wrong.</returns>
    public async Task<GoSidecarException?> UntilEndAsync(GoSidecarInstance instance, CancellationToken cancel)
    {
        var failures = 0;
        while (Options.Liveness is { } probe && !await EndsBeforeNextAsync(instance, cancel).ConfigureAwait(false))
        {
            var reason = await AskAsync(probe, instance, cancel).ConfigureAwait(false);
            failures = reason is null ? 0 : failures + 1;
            if (reason is null || instance.Child.Exited.IsCompleted)
            {
                continue;
            }

            Logger.NotAlive(Name, failures, Options.LivenessFailures, reason);
            if (failures >= Options.LivenessFailures)
            {
                return new GoSidecarException(
                    GoSidecarErrorCodes.NotAlive,
                    Name,
                    $"The sidecar {Name} runs, but no longer answers: waited for {probe.Description} ({reason.TrimEnd('.')}). {Readiness.Said(instance)}"
                );
            }
        }

        var exitCode = await instance.Child.Exited.WaitAsync(cancel).ConfigureAwait(false);
        return exitCode == 0 ? null : Ended(instance, exitCode);
    }

    private async Task<bool> EndsBeforeNextAsync(GoSidecarInstance instance, CancellationToken cancel)
    {
        await Task.WhenAny(instance.Child.Exited, Task.Delay(Options.LivenessInterval, cancel)).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        return instance.Child.Exited.IsCompleted;
    }

    private async Task<string?> AskAsync(GoSidecarProbe probe, GoSidecarInstance instance, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Options.LivenessInterval);
        try
        {
            return await probe.CheckAsync(instance, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return string.Create(CultureInfo.InvariantCulture, $"no answer within {Options.LivenessInterval.TotalSeconds} s");
        }
#pragma warning disable CA1031 // Of the application: what its probe throws is an answer too.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return $"the probe has thrown {e.GetType().Name}: {e.Message}";
        }
    }

    private GoSidecarException Ended(GoSidecarInstance instance, int exitCode) =>
        new(
            GoSidecarErrorCodes.Ended,
            Name,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The sidecar {Name} has ended by itself with exit code {exitCode}. {Readiness.Said(instance)}"
            )
        )
        {
            ExitCode = exitCode,
        };
}
