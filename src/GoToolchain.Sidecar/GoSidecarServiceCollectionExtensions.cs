using GoToolchain.Sidecar;
using GoToolchain.Sidecar.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

// Where everybody looks for what can be added.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds sidecars to an application.</summary>
public static class GoSidecarServiceCollectionExtensions
{
    /// <summary>
    /// Adds a sidecar that starts and stops with the application. It is a <see cref="GoSidecarHost"/> with its name as the key, and the first of an
    /// application also without a key. Added a second time under the same name, it is only configured further.
    /// </summary>
    /// <param name="services">Of the application.</param>
    /// <param name="name">What it is called; also its program, if the options name none.</param>
    /// <param name="configure">How it is run; null: everything by default.</param>
    /// <returns>Its options, for further configuration.</returns>
    public static OptionsBuilder<GoSidecarHostOptions> AddGoSidecar(
        this IServiceCollection services,
        string name,
        Action<GoSidecarHostOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var options = services.AddOptions<GoSidecarHostOptions>(name);
        if (configure is not null)
        {
            options.Configure(configure);
        }

        if (services.Any(s => s.IsKeyedService && s.ServiceType == typeof(GoSidecarHost) && name.Equals(s.ServiceKey)))
        {
            return options;
        }

        services.AddKeyedSingleton(
            name,
            (provider, _) =>
                new GoSidecarHost(
                    name,
                    provider.GetRequiredService<IOptionsMonitor<GoSidecarHostOptions>>().Get(name),
                    provider.GetService<ILoggerFactory>()
                )
        );
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<GoSidecarHost>(name));
        services.AddSingleton<IHostedService>(provider => new SidecarHostedService(provider.GetRequiredKeyedService<GoSidecarHost>(name)));
        return options;
    }
}
