using Microsoft.Extensions.Hosting;

namespace GoToolchain.Sidecar.Hosting;

/// <summary>Lets a sidecar start and stop with the application.</summary>
internal sealed class SidecarHostedService(GoSidecarHost sidecar) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        sidecar.Options.StartInBackground ? sidecar.BeginAsync(cancellationToken) : sidecar.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => sidecar.StopAsync(cancellationToken);
}
