using GoToolchain.Sidecar.Supervision;

namespace GoToolchain.Sidecar.Tests;

public sealed class RestartSpecs(BuiltAgent built) : SidecarTest(built)
{
    [Fact]
    public async Task One_that_fails_is_started_again_until_it_is_ready()
    {
        var options = Options("-failures", Scratch.CreateFile("failures", "3"));
        await using var sidecar = await StartAsync(options);

        Assert.Equal(GoSidecarState.Ready, sidecar.State);
        Assert.Equal(3, sidecar.RestartCount);
        Assert.Equal(GoSidecarErrorCodes.NotReady, sidecar.LastFailure!.Code);
    }

    [Fact]
    public async Task One_that_fails_too_often_in_a_row_is_given_up()
    {
        var options = Options("-exit", "7");
        options.MaxRestarts = 2;
        await using var sidecar = Create(options);

        var e = await Assert.ThrowsAsync<GoSidecarException>(() => sidecar.StartAsync(Cancel));

        Assert.Equal((GoSidecarErrorCodes.FailedTooOften, 7), (e.Code, e.ExitCode));
        Assert.Contains("has failed 3 times in a row", e.Message, StringComparison.Ordinal);
        Assert.Contains("ends as it was told", e.Message, StringComparison.Ordinal);
        Assert.Equal((2, GoSidecarState.Failed), (sidecar.RestartCount, sidecar.State));
    }

    [Fact]
    public async Task One_that_was_given_up_can_be_started_by_hand()
    {
        var options = Options("-failures", Scratch.CreateFile("failures", "2"));
        options.Restart = GoSidecarRestartPolicy.Never;
        await using var sidecar = Create(options);
        await Assert.ThrowsAsync<GoSidecarException>(() => sidecar.StartAsync(Cancel));
        await Assert.ThrowsAsync<GoSidecarException>(() => sidecar.StartAsync(Cancel));

        await sidecar.StartAsync(Cancel);

        Assert.Equal(GoSidecarState.Ready, sidecar.State);
    }

    [Fact]
    public async Task After_it_was_stable_a_new_row_of_restarts_begins()
    {
        var options = Options();
        options.MaxRestarts = 1;
        options.StableAfter = TimeSpan.Zero;
        await using var sidecar = await StartAsync(options);
        for (var i = 1; i <= 3; i++)
        {
            await SendAsync(sidecar, "/exit?code=3");
            await UntilAsync(() => sidecar.RestartCount == i && sidecar.State == GoSidecarState.Ready);
        }
    }

    [Theory]
    [InlineData(GoSidecarRestartPolicy.Never, 0, GoSidecarState.Stopped)]
    [InlineData(GoSidecarRestartPolicy.Never, 3, GoSidecarState.Failed)]
    [InlineData(GoSidecarRestartPolicy.OnFailure, 0, GoSidecarState.Stopped)]
    [InlineData(GoSidecarRestartPolicy.OnFailure, 3, GoSidecarState.Ready)]
    [InlineData(GoSidecarRestartPolicy.Always, 0, GoSidecarState.Ready)]
    [InlineData(GoSidecarRestartPolicy.Always, 3, GoSidecarState.Ready)]
    public async Task The_policy_decides_what_follows_its_end(GoSidecarRestartPolicy policy, int exitCode, GoSidecarState expected)
    {
        var options = Options();
        options.Restart = policy;
        await using var sidecar = await StartAsync(options);
        var first = sidecar.Instance!.ProcessId;

        await SendAsync(sidecar, $"/exit?code={exitCode}");

        await UntilAsync(() => sidecar.State == expected && sidecar.Instance?.ProcessId != first);
        Assert.Equal(expected == GoSidecarState.Ready ? 1 : 0, RunningPrograms.Of(Agent).Count);
        Assert.Equal(exitCode == 0 ? null : GoSidecarErrorCodes.Ended, sidecar.LastFailure?.Code);
        Assert.Equal(exitCode == 0 ? null : exitCode, sidecar.LastFailure?.ExitCode);
    }

    [Fact]
    public async Task One_that_hangs_is_ended_and_started_again()
    {
        var options = Options("-stubborn");
        options.Liveness = GoSidecarProbe.Http("/health");
        options.LivenessInterval = TimeSpan.FromMilliseconds(100);
        options.LivenessFailures = 2;
        options.StopTimeout = TimeSpan.FromMilliseconds(100);
        var states = new List<GoSidecarState>();
        await using var sidecar = Create(options);
        sidecar.StateChanged += (_, e) => states.Add(e.Current);
        await sidecar.StartAsync(Cancel);
        var first = sidecar.Instance!.ProcessId;
        using var client = sidecar.CreateClient();

        await client.GetStringAsync(new Uri("/hang", UriKind.Relative), Cancel);
        await UntilAsync(() => sidecar.State == GoSidecarState.Ready && sidecar.Instance?.ProcessId != first);

        Assert.Equal(
            [GoSidecarState.Starting, GoSidecarState.Ready, GoSidecarState.Unhealthy, GoSidecarState.Restarting, GoSidecarState.Ready],
            states
        );
        Assert.Equal(GoSidecarErrorCodes.NotAlive, sidecar.LastFailure!.Code);
        Assert.Contains(
            "waited for an HTTP answer to /health (no answer within 0.1 s)",
            sidecar.LastFailure.Message,
            StringComparison.Ordinal
        );
        Assert.Single(RunningPrograms.Of(Agent));
    }

    [Fact]
    public async Task A_handler_of_its_states_that_throws_does_no_harm()
    {
        await using var sidecar = Create(Options());
        sidecar.StateChanged += (_, _) => throw new InvalidOperationException("of the application");

        await sidecar.StartAsync(Cancel);
        await SendAsync(sidecar, "/exit?code=3");
        await UntilAsync(() => sidecar is { RestartCount: 1, State: GoSidecarState.Ready });

        Assert.True(Log.Has("A handler of GoSidecarHost.StateChanged"));
    }

    [Fact]
    public void Pauses_double_up_to_the_longest_and_chance_takes_up_to_half_off()
    {
        TimeSpan Of(int restart, double chance) =>
            RestartDelay.Of(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), restart, chance);

        Assert.Equal([200, 400, 800, 1000, 1000], Enumerable.Range(1, 5).Select(n => Of(n, 1).TotalMilliseconds));
        Assert.Equal([100, 200, 400, 500, 500], Enumerable.Range(1, 5).Select(n => Of(n, 0).TotalMilliseconds));
        Assert.Equal(1000, Of(int.MaxValue, 1).TotalMilliseconds);
    }
}
