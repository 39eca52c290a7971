using System.Diagnostics;

namespace GoToolchain.Sidecar.Tests;

public sealed class StopSpecs(BuiltAgent built) : SidecarTest(built)
{
    [Theory]
    [InlineData(GoSidecarStopMethod.Terminate, "asked by SIGTERM")]
    [InlineData(GoSidecarStopMethod.CloseInput, "input closed")]
    public async Task It_is_asked_to_end_and_may_say_its_last_words(GoSidecarStopMethod method, string heard)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        var options = Options();
        options.StopMethod = method;
        await using var sidecar = await StartAsync(options);

        await sidecar.StopAsync(Cancel);

        Assert.True(Log.Has(heard));
        Assert.True(Log.Has("bye"));
        Assert.True(Log.Has("Sidecar agent has ended with exit code 0."));
        Assert.Equal((GoSidecarState.Stopped, 0), (sidecar.State, sidecar.RestartCount));
        Assert.Null(sidecar.LastFailure);
        Assert.Empty(RunningPrograms.Of(Agent));
    }

    [Fact]
    public async Task One_that_does_not_end_is_killed_with_all_that_it_has_started()
    {
        var options = Options("-stubborn", "-children", "3");
        options.StopTimeout = TimeSpan.FromMilliseconds(200);
        await using var sidecar = await StartAsync(options);
        await UntilAsync(() => RunningPrograms.Of(Agent).Count == 4);

        await sidecar.StopAsync(Cancel);

        Assert.True(Log.Has("did not end within 0.2 s and is killed"));
        Assert.Empty(RunningPrograms.Of(Agent));
    }

    [Fact]
    public async Task Children_of_one_that_ends_politely_are_killed_too()
    {
        await using var sidecar = await StartAsync(Options("-children", "2"));
        await UntilAsync(() => RunningPrograms.Of(Agent).Count == 3);

        await sidecar.StopAsync(Cancel);

        Assert.True(Log.Has("bye"));
        Assert.Empty(RunningPrograms.Of(Agent));
    }

    [Fact]
    public async Task Cancelling_the_stop_kills_it_at_once()
    {
        await using var sidecar = await StartAsync(Options("-stubborn"));
        var started = Stopwatch.GetTimestamp();

        await sidecar.StopAsync(new CancellationToken(canceled: true));

        Assert.Empty(RunningPrograms.Of(Agent));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Stopping_ends_a_pause_between_restarts()
    {
        var options = Options("-exit", "1");
        options.RestartDelay = TimeSpan.FromHours(1);
        options.MaxRestartDelay = TimeSpan.FromHours(1);
        await using var sidecar = Create(options);
        var start = sidecar.StartAsync(Cancel);
        await UntilAsync(() => sidecar.State == GoSidecarState.Restarting);

        await sidecar.StopAsync(Cancel);

        Assert.Equal(GoSidecarErrorCodes.NotAvailable, (await Assert.ThrowsAsync<GoSidecarException>(() => start)).Code);
        Assert.Equal(GoSidecarState.Stopped, sidecar.State);
    }

    [Fact]
    public async Task It_can_be_stopped_and_started_again_and_stopped_twice()
    {
        await using var sidecar = await StartAsync(Options());
        var first = sidecar.Instance!.ProcessId;

        await sidecar.RestartAsync(Cancel);

        Assert.NotEqual(first, sidecar.Instance!.ProcessId);
        Assert.Single(RunningPrograms.Of(Agent));
        await sidecar.StopAsync(Cancel);
        await sidecar.StopAsync(Cancel);
        Assert.Empty(RunningPrograms.Of(Agent));
    }

    [Fact]
    public async Task Disposing_stops_it_for_good()
    {
        var sidecar = await StartAsync(Options());

        await sidecar.DisposeAsync();

        Assert.Empty(RunningPrograms.Of(Agent));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => sidecar.StartAsync(Cancel));
        await sidecar.DisposeAsync();
    }
}
