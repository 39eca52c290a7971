using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Sidecar.Tests;

public sealed class HostingSpecs(BuiltAgent built) : SidecarTest(built)
{
    [Fact]
    public async Task It_starts_and_stops_with_the_application_and_its_health_is_known()
    {
        using var application = Build("agent", o => o.Program = Agent);
        var sidecar = application.Services.GetRequiredKeyedService<GoSidecarHost>("agent");
        Assert.Same(sidecar, application.Services.GetRequiredService<GoSidecarHost>());
        var health = application.Services.GetRequiredService<HealthCheckService>();
        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync(Cancel)).Status);

        await application.StartAsync(Cancel);

        var report = (await health.CheckHealthAsync(Cancel)).Entries["agent"];
        Assert.Equal((HealthStatus.Healthy, "Sidecar agent: Ready"), (report.Status, report.Description));
        Assert.Equal(sidecar.Instance!.ProcessId, report.Data["processId"]);
        Assert.Single(RunningPrograms.Of(Agent));

        await application.StopAsync(Cancel);

        Assert.Empty(RunningPrograms.Of(Agent));
        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync(Cancel)).Status);
    }

    [Fact]
    public async Task An_application_does_not_start_without_its_sidecar()
    {
        using var application = Build("nosuch", _ => { });

        var e = await Assert.ThrowsAsync<GoSidecarException>(() => application.StartAsync(Cancel));

        Assert.Equal(GoSidecarErrorCodes.ProgramMissing, e.Code);
    }

    [Fact]
    public async Task An_application_can_start_while_its_sidecar_does()
    {
        using var application = Build(
            "agent",
            o =>
            {
                o.Program = Agent;
                o.Arguments.Add("-delay");
                o.Arguments.Add("300ms");
                o.StartInBackground = true;
            }
        );

        await application.StartAsync(Cancel);

        var sidecar = application.Services.GetRequiredService<GoSidecarHost>();
        var health = application.Services.GetRequiredService<HealthCheckService>();
        Assert.Equal(GoSidecarState.Starting, sidecar.State);
        Assert.Equal(HealthStatus.Degraded, (await health.CheckHealthAsync(Cancel)).Status);
        await sidecar.WaitUntilReadyAsync(Cancel);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(Cancel)).Status);
        await application.StopAsync(Cancel);
    }

    [Fact]
    public async Task Two_sidecars_are_told_apart_by_their_names_and_one_that_is_added_twice_runs_once()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddGoSidecar("one", o => o.Program = Agent);
        builder.Services.AddGoSidecar("two", o => o.Program = Agent);
        builder.Services.AddGoSidecar("one").Configure(o => o.Variables["AGENT_NAME"] = "first");
        builder.Services.AddSingleton<ILoggerFactory>(Log);
        using var application = builder.Build();

        await application.StartAsync(Cancel);

        Assert.Equal(2, RunningPrograms.Of(Agent).Count);
        Assert.Same(
            application.Services.GetRequiredKeyedService<GoSidecarHost>("one"),
            application.Services.GetRequiredService<GoSidecarHost>()
        );
        await UntilAsync(() => Log.Has("ready first"));
        await application.StopAsync(Cancel);
        Assert.Empty(RunningPrograms.Of(Agent));
    }

    [Fact]
    public async Task Disposing_the_application_without_stopping_it_ends_its_sidecar()
    {
        var application = Build("agent", o => o.Program = Agent);
        await application.StartAsync(Cancel);

        application.Dispose();

        Assert.Empty(RunningPrograms.Of(Agent));
    }

    private static IHost Build(string name, Action<GoSidecarHostOptions> configure)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddGoSidecar(name, configure);
        builder.Services.AddHealthChecks().AddGoSidecar(name);
        return builder.Build();
    }
}
