using GoToolchain.Sidecar;
using GoToolchain.Sidecar.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

// Where everybody looks for what can be added.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds health checks for sidecars.</summary>
public static class GoSidecarHealthCheckExtensions
{
    /// <summary>
    /// Adds a check of a sidecar that was added with <c>AddGoSidecar</c>: healthy when it is ready, degraded while it is being started or started again, and else
    /// the failure status. It asks the supervision and not the sidecar; for questions to that, there is <see cref="GoSidecarHostOptions.Liveness"/>.
    /// </summary>
    /// <param name="builder">Of the application.</param>
    /// <param name="name">The sidecar, and the check.</param>
    /// <param name="failureStatus">When it does not run; null: unhealthy.</param>
    /// <param name="tags">For filters.</param>
    public static IHealthChecksBuilder AddGoSidecar(
        this IHealthChecksBuilder builder,
        string name,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return builder.Add(
            new HealthCheckRegistration(
                name,
                provider => new SidecarHealthCheck(provider.GetRequiredKeyedService<GoSidecarHost>(name)),
                failureStatus,
                tags
            )
        );
    }
}
