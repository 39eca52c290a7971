using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using GoToolchain.Fixtures;

namespace GoToolchain.Testing.Tests.Sidecars;

public sealed class StartSpecs(BuiltAgent agent)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sidecar_that_prints_its_port_is_ready_when_it_is_known()
    {
        await using var sidecar = await StartAsync(
            new GoSidecarOptions
            {
                Arguments = ["-listen", "127.0.0.1:0"],
                Port = GoSidecarPort.FromLine(@"listening on \S+:(?<port>\d+)"),
                Ready = [GoReadiness.Port, GoReadiness.Http("/health")],
            }
        );

        using var http = new HttpClient { BaseAddress = sidecar.BaseAddress };
        using var answer = await http.GetAsync(new Uri("health", UriKind.Relative), Cancel);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Contains(sidecar.Output, line => line.Text.EndsWith($":{sidecar.Port}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_free_port_stands_in_arguments_and_variables()
    {
        await using var sidecar = await StartAsync(
            Listening() with
            {
                Variables = new Dictionary<string, string?> { ["AGENT_PORT"] = "<{port}>", ["AGENT_NAME"] = "ann" },
            }
        );

        await sidecar.WaitForLineAsync($"with ann <{sidecar.Port}>", cancel: Cancel);
    }

    [Fact]
    public async Task Many_sidecars_at_once_never_have_the_same_port()
    {
        var sidecars = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => StartAsync(Listening())));

        Assert.Distinct(sidecars.Select(s => s.Port));
        foreach (var sidecar in sidecars)
        {
            await sidecar.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_port_that_somebody_takes_just_before_is_replaced_by_another_one()
    {
        using var thief = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        thief.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        thief.Listen();
        var taken = ((System.Net.IPEndPoint)thief.LocalEndPoint!).Port;
        using var scratch = new ScratchDirectory("thief");
        // The first start of this script uses the port that is taken; the second one the port that it is given.
        var script = scratch.CreateFile(
            "agent.sh",
            $"#!/bin/sh\nport={taken}\n[ -e started ] && port=$1\ntouch started\nexec '{agent.Executable}' -listen \"127.0.0.1:$port\"\n",
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );

        await using var sidecar = await GoSidecarProcess.StartAsync(
            script,
            new GoSidecarOptions
            {
                Arguments = ["{port}"],
                Port = GoSidecarPort.Free,
                // Not "ready": the words of Go for a port that is taken have it in them.
                Ready = [GoReadiness.Line("listening on")],
            },
            Cancel
        );

        Assert.Contains(sidecar.Output, line => line.IsError && line.Text.Contains("address already in use", StringComparison.Ordinal));
        await sidecar.WaitForLineAsync($"listening on 127.0.0.1:{sidecar.Port}", cancel: Cancel);
    }

    [Fact]
    public async Task A_sidecar_that_ends_before_it_is_ready_fails_at_once_with_exit_code_and_last_lines()
    {
        var options = new GoSidecarOptions { Ready = [GoReadiness.Line("ready")], ReadyTimeout = TimeSpan.FromHours(1) };

        var failure = await FailAsync(options with { Arguments = ["-exit", "3"] });
        var talkative = await FailAsync(options with { Arguments = ["-lines", "100", "-exit", "0"] });

        Assert.Equal(GoErrorCodes.SidecarNotReady, failure.Code);
        Assert.Contains("waited for a line with `ready`", failure.Problem, StringComparison.Ordinal);
        Assert.Contains("It has ended with exit code 3.", failure.Problem, StringComparison.Ordinal);
        Assert.Contains("\n  ends as it was told", failure.Problem, StringComparison.Ordinal);
        Assert.Contains("\n  line 99", talkative.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("\n  line 3\n", talkative.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_deadline_the_failure_says_what_was_waited_for_and_why_it_does_not_hold()
    {
        var failure = await FailAsync(
            Listening("-status", "503") with
            {
                Ready = [GoReadiness.Port, GoReadiness.Http("/health")],
                ReadyTimeout = TimeSpan.FromSeconds(1.5),
            }
        );

        Assert.Equal(GoErrorCodes.SidecarNotReady, failure.Code);
        Assert.Contains("waited for an HTTP answer to /health (it answers with status 503)", failure.Problem, StringComparison.Ordinal);
        Assert.Contains("It still ran, as process ", failure.Problem, StringComparison.Ordinal);
        var process = Regex.Match(failure.Problem, @"as process (\d+)").Groups[1].Value;
        Assert.False(Directory.Exists($"/proc/{process}"));
    }

    [Fact]
    public async Task A_condition_of_the_test_itself_is_asked_until_it_holds()
    {
        var asked = 0;
        await using var sidecar = await StartAsync(
            new GoSidecarOptions
            {
                Ready =
                [
                    GoReadiness.When(
                        "the third time",
                        (s, _) => ++asked < 3 ? throw new IOException("not yet") : Task.FromResult(!s.HasExited)
                    ),
                ],
            }
        );

        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task An_exception_of_a_condition_ends_the_start_and_the_sidecar()
    {
        var process = 0;
        var options = new GoSidecarOptions
        {
            Ready = [GoReadiness.When("a bug", (s, _) => throw new InvalidOperationException($"{process = s.ProcessId}"))],
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(options));

        Assert.NotEqual(0, process);
        Assert.False(Directory.Exists($"/proc/{process}"));
    }

    [Fact]
    public async Task A_start_can_be_cancelled()
    {
        using var scratch = new ScratchDirectory("cancel");
        var program = scratch["agent"];
        File.Copy(agent.Executable, program);
        using var impatient = new CancellationTokenSource(TimeSpan.FromSeconds(0.5));
        var options = new GoSidecarOptions { Ready = [GoReadiness.Line("never")] };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GoSidecarProcess.StartAsync(program, options, impatient.Token));

        Assert.Empty(RunningPrograms.Of(program));
    }

    [Fact]
    public async Task A_program_that_is_not_there_or_none_is_said_to_be_so()
    {
        using var scratch = new ScratchDirectory("start");
        var text = scratch.CreateFile("text", "hello\n", UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var missing = await Assert.ThrowsAsync<GoToolchainException>(() => GoSidecarProcess.StartAsync(scratch["none"], cancel: Cancel));
        var none = await Assert.ThrowsAsync<GoToolchainException>(() => GoSidecarProcess.StartAsync(text, cancel: Cancel));
        var nowhere = await FailAsync(new GoSidecarOptions { WorkingDirectory = scratch["none"] });

        Assert.All([missing, none, nowhere], e => Assert.Equal(GoErrorCodes.SidecarNotStarted, e.Code));
        Assert.Contains("there is no such file", missing.Problem, StringComparison.Ordinal);
        Assert.Contains("xec format error", none.Problem, StringComparison.Ordinal);
        Assert.Contains(scratch["none"], nowhere.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_runs_where_it_is_told_and_else_where_its_program_lies()
    {
        using var scratch = new ScratchDirectory("where");
        await using var here = await StartAsync(new GoSidecarOptions { WorkingDirectory = scratch.Root });
        await using var there = await StartAsync(new GoSidecarOptions());

        await here.WaitForLineAsync($"started in {scratch.Root} with", cancel: Cancel);
        await there.WaitForLineAsync($"started in {Path.GetDirectoryName(agent.Executable)} with", cancel: Cancel);
    }

    [Fact]
    public async Task Two_processes_cannot_reserve_one_port()
    {
        using var scratch = new ScratchDirectory("ports");
        using var held = GoToolchain.Testing.Sidecars.PortReservation.TryTake(scratch.Root, 20999);

        Assert.NotNull(held);
        Assert.Null(GoToolchain.Testing.Sidecars.PortReservation.TryTake(scratch.Root, 20999));
        held.Dispose();
        using var again = GoToolchain.Testing.Sidecars.PortReservation.TryTake(scratch.Root, 20999);
        Assert.NotNull(again);
        Assert.Equal("20999", held.Port.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_module_is_built_and_started_in_one_step_and_nothing_is_left()
    {
        string executable;
        await using (
            var sidecar = await GoSidecarProcess.StartAsync(
                await TestGo.EnsureAsync(TestSettings.Version),
                BuiltAgent.Source,
                new GoSidecarOptions { Ready = [GoReadiness.Line(new Regex("^ready$"))] },
                Cancel
            )
        )
        {
            executable = sidecar.Executable;
            Assert.Equal("agent", Path.GetFileNameWithoutExtension(executable));
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(executable)));
    }

    [Fact]
    public async Task Code_that_does_not_compile_fails_with_the_words_of_the_compiler()
    {
        using var scratch = new ScratchDirectory("broken");
        scratch.CreateFile("go.mod", "module example.com/broken\n\ngo 1.19\n");
        scratch.CreateFile("main.go", "package main\n\nfunc main() { nowhere() }\n");
        var go = await TestGo.EnsureAsync(TestSettings.Version);

        var failure = await Assert.ThrowsAsync<GoToolchainException>(() => GoSidecarProcess.StartAsync(go, scratch.Root, cancel: Cancel));

        Assert.Equal(GoErrorCodes.CommandFailed, failure.Code);
        Assert.Contains("main.go:3:15: undefined: nowhere", failure.Message, StringComparison.Ordinal);
    }

    private static GoSidecarOptions Listening(params string[] more) =>
        new()
        {
            Arguments = ["-listen", "127.0.0.1:{port}", .. more],
            Port = GoSidecarPort.Free,
            Ready = [GoReadiness.Line("listening on"), GoReadiness.Port],
        };

    private Task<GoSidecarProcess> StartAsync(GoSidecarOptions options) => GoSidecarProcess.StartAsync(agent.Executable, options, Cancel);

    private Task<GoToolchainException> FailAsync(GoSidecarOptions options) =>
        Assert.ThrowsAsync<GoToolchainException>(() => StartAsync(options));
}
