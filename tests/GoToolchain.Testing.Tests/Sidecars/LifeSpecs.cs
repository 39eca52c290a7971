using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using GoToolchain.Fixtures;

namespace GoToolchain.Testing.Tests.Sidecars;

/// <summary>What happens to a sidecar between its start and its end.</summary>
public sealed class LifeSpecs(BuiltAgent agent)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_ends_politely_when_it_is_asked_to()
    {
        await using var sidecar = await StartAsync();

        Assert.Equal(0, await sidecar.StopAsync(Cancel));

        Assert.True(sidecar.HasExited);
        Assert.Equal("bye", sidecar.Output[^1].Text);
    }

    [Fact]
    public async Task One_that_does_not_listen_is_killed_after_its_time()
    {
        var log = new ConcurrentQueue<string>();
        await using var sidecar = await StartAsync(
            new GoSidecarOptions
            {
                Arguments = ["-stubborn"],
                StopTimeout = TimeSpan.FromSeconds(0.3),
                Log = GoTestLog.To(log.Enqueue),
            }
        );

        Assert.Equal(137, await sidecar.StopAsync(Cancel));

        Assert.Contains(log, line => line.StartsWith("[program] (did not end within ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_can_be_killed_as_the_system_does_and_started_again_on_its_port()
    {
        await using var sidecar = await StartAsync(Listening);
        var (port, process) = (sidecar.Port, sidecar.ProcessId);

        Assert.Equal(137, await sidecar.KillAsync(Cancel));
        Assert.True(sidecar.HasExited);
        Assert.Equal(137, sidecar.ExitCode);
        await sidecar.RestartAsync(cancel: Cancel);

        Assert.Equal(port, sidecar.Port);
        Assert.NotEqual(process, sidecar.ProcessId);
        Assert.Null(sidecar.ExitCode);
        using var http = new HttpClient { BaseAddress = sidecar.BaseAddress };
        Assert.Equal("", await http.GetStringAsync(new Uri("health", UriKind.Relative), Cancel));
    }

    [Fact]
    public async Task A_restart_can_take_another_port_and_stops_what_runs()
    {
        await using var sidecar = await StartAsync(Listening);
        var port = sidecar.Port;

        await sidecar.RestartAsync(newPort: true, Cancel);

        Assert.NotEqual(port, sidecar.Port);
        Assert.Contains(sidecar.Output, line => line.Text == "bye");
    }

    [Fact]
    public async Task Its_own_end_is_waited_for()
    {
        await using var sidecar = await GoSidecarProcess.StartAsync(
            agent.Executable,
            new GoSidecarOptions { Arguments = ["-exit", "7"] },
            Cancel
        );

        Assert.Equal(7, await sidecar.WaitForExitAsync(Cancel));
        Assert.Equal(7, sidecar.ExitCode);
        Assert.Contains(new GoSidecarLine("ends as it was told", IsError: true), sidecar.Output);
    }

    [Fact]
    public async Task It_reads_what_is_written_to_it_until_that_is_closed()
    {
        await using var sidecar = await GoSidecarProcess.StartAsync(
            agent.Executable,
            new GoSidecarOptions { Arguments = ["-echo"] },
            Cancel
        );

        await sidecar.StandardInput.WriteLineAsync("grüße");
        await sidecar.WaitForLineAsync("heard grüße", cancel: Cancel);
        await sidecar.StandardInput.DisposeAsync();

        Assert.Equal(0, await sidecar.WaitForExitAsync(Cancel));
    }

    [Fact]
    public async Task Its_lines_go_to_the_log_with_its_name_before_them()
    {
        var log = new ConcurrentQueue<string>();
        await using var sidecar = await GoSidecarProcess.StartAsync(
            agent.Executable,
            new GoSidecarOptions
            {
                Name = "search",
                Arguments = ["-lines", "2", "-exit", "0"],
                Log = GoTestLog.To(log.Enqueue),
            },
            Cancel
        );
        await sidecar.WaitForExitAsync(Cancel);

        Assert.Contains($"[search] (started as process {sidecar.ProcessId})", log);
        Assert.Contains("[search] line 1", log);
        Assert.Contains("[search] ends as it was told", log);
    }

    [Fact]
    public async Task A_log_that_takes_no_more_lines_ends_nothing()
    {
        await using var sidecar = await GoSidecarProcess.StartAsync(
            agent.Executable,
            new GoSidecarOptions
            {
                Arguments = ["-echo"],
                Log = GoTestLog.To(_ => throw new InvalidOperationException("There is no currently active test.")),
            },
            Cancel
        );

        await sidecar.StandardInput.WriteLineAsync("more");
        await sidecar.WaitForLineAsync("heard more", cancel: Cancel);

        Assert.Single(sidecar.Output, line => line.Text.Contains("no currently active test", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_that_does_not_come_is_a_failure_with_the_lines_that_came()
    {
        await using var sidecar = await StartAsync();

        var late = await Assert.ThrowsAsync<GoToolchainException>(() =>
            sidecar.WaitForLineAsync(new Regex("never|ever"), TimeSpan.FromSeconds(0.2), Cancel)
        );
        await sidecar.KillAsync(Cancel);
        var ended = await Assert.ThrowsAsync<GoToolchainException>(() => sidecar.WaitForLineAsync("never", cancel: Cancel));

        Assert.All([late, ended], e => Assert.Equal(GoErrorCodes.SidecarLineMissing, e.Code));
        Assert.Contains("did not print a line that matches `never|ever` within 0.2 s", late.Problem, StringComparison.Ordinal);
        Assert.Contains("  ready", late.Problem, StringComparison.Ordinal);
        Assert.Contains("ended with exit code 137 without a line with `never`", ended.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_restart_only_new_lines_count()
    {
        await using var sidecar = await StartAsync();
        await sidecar.StopAsync(Cancel);
        await sidecar.RestartAsync(cancel: Cancel);

        await Assert.ThrowsAsync<GoToolchainException>(() => sidecar.WaitForLineAsync("bye", TimeSpan.FromSeconds(0.2), Cancel));
        Assert.Equal(2, sidecar.Output.Count(line => line.Text == "ready"));
    }

    [Fact]
    public async Task A_workspace_lends_its_log_to_its_sidecar()
    {
        var log = new ConcurrentQueue<string>();
        await using var workspace = await GoWorkspace.CreateAsync(
            await TestGo.EnsureAsync(TestSettings.Version),
            new Dictionary<string, string> { ["cmd/greeter/main.go"] = "package main\n\nfunc main() { println(\"hello\") }\n" },
            new GoWorkspaceOptions { Log = GoTestLog.To(log.Enqueue) },
            Cancel
        );
        await using var sidecar = await GoSidecarProcess.StartAsync(workspace, new GoSidecarOptions { Package = "./cmd/greeter" }, Cancel);
        await sidecar.WaitForExitAsync(Cancel);

        Assert.Contains("[greeter] hello", log);
    }

    private static GoSidecarOptions Listening { get; } =
        new()
        {
            Arguments = ["-listen", "127.0.0.1:{port}"],
            Port = GoSidecarPort.Free,
            Ready = [GoReadiness.Line("listening on")],
        };

    private Task<GoSidecarProcess> StartAsync(GoSidecarOptions? options = null) =>
        GoSidecarProcess.StartAsync(
            agent.Executable,
            (options ?? new GoSidecarOptions()) with
            {
                Ready = [GoReadiness.Line("ready")],
            },
            Cancel
        );
}
