using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GoToolchain.Sidecar.Hosting;

/// <summary>Says how a sidecar is.</summary>
internal sealed class SidecarHealthCheck(GoSidecarHost sidecar) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var state = sidecar.State;
        var failure = sidecar.LastFailure;
        var data = new Dictionary<string, object> { ["state"] = state.ToString(), ["restarts"] = sidecar.RestartCount };
        if (sidecar.Instance is { } instance)
        {
            data["processId"] = instance.ProcessId;
        }

        if (failure is not null)
        {
            data["lastFailure"] = failure.Code;
        }

        var status = state switch
        {
            GoSidecarState.Ready => HealthStatus.Healthy,
            // It is expected to come.
            GoSidecarState.Starting or GoSidecarState.Restarting => HealthStatus.Degraded,
            _ => context.Registration.FailureStatus,
        };
        var isWell = state == GoSidecarState.Ready;
        return Task.FromResult(
            new HealthCheckResult(status, $"Sidecar {sidecar.Name}: {state}", exception: isWell ? null : failure, data: data)
        );
    }
}
