using System.Text.RegularExpressions;

namespace GoToolchain.Sidecar.Tests;

public sealed class StartSpecs(BuiltAgent built) : SidecarTest(built)
{
    [Fact]
    public async Task It_is_started_on_a_private_socket_and_ready_when_that_accepts_a_connection()
    {
        var options = Options("-delay", "200ms");
        options.Variables["AGENT_NAME"] = "known by {socket}";
        await using var sidecar = Create(options);
        Assert.Equal(GoSidecarState.Stopped, sidecar.State);
        Assert.Null(sidecar.Instance);

        await sidecar.StartAsync(Cancel);

        Assert.Equal(GoSidecarState.Ready, sidecar.State);
        var socket = sidecar.Instance!.SocketPath!;
        Assert.True(Path.Exists(socket));
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            Assert.Equal(Private, File.GetUnixFileMode(Path.GetDirectoryName(socket)!));
        }

        await UntilAsync(() => Log.Has($"ready known by {socket}"));
        Assert.Equal([sidecar.Instance.ProcessId], RunningPrograms.Of(Agent));

        await sidecar.StopAsync(Cancel);
        Assert.False(Directory.Exists(Path.GetDirectoryName(socket)));
    }

    [Fact]
    public async Task The_socket_can_be_told_by_an_argument()
    {
        var options = Options("-socket", "{socket}");
        options.Variables["GOTC_SIDECAR_SOCKET"] = null;
        await using var sidecar = await StartAsync(options);
        using var client = sidecar.CreateClient();

        Assert.Equal($"{sidecar.Instance!.ProcessId}", await client.GetStringAsync(new Uri("/pid", UriKind.Relative), Cancel));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("pattern")]
    [InlineData("http")]
    [InlineData("own")]
    public async Task It_is_ready_when_what_is_asked_for_holds(string kind)
    {
        var options = Options("-delay", "100ms");
        options.Ready.Add(
            kind switch
            {
                "text" => GoSidecarProbe.Line("ready"),
                "pattern" => GoSidecarProbe.Line(new Regex("^rea")),
                "http" => GoSidecarProbe.Http("/health"),
                _ => GoSidecarProbe.When("its socket", (instance, _) => Task.FromResult(Path.Exists(instance.SocketPath))),
            }
        );

        await using var sidecar = await StartAsync(options);

        Assert.True(Path.Exists(sidecar.Instance!.SocketPath));
    }

    [Fact]
    public async Task It_can_print_a_TCP_port_instead()
    {
        var options = Options("-tcp", "127.0.0.1:0");
        options.Endpoint = GoSidecarEndpoint.TcpFromLine(@"listening on \S+:(?<port>\d+)");
        await using var sidecar = await StartAsync(options);
        using var client = sidecar.CreateClient();

        Assert.Null(sidecar.Instance!.SocketPath);
        Assert.InRange(sidecar.Instance.Port!.Value, 1, 65535);
        Assert.Equal($"{sidecar.Instance.ProcessId}", await client.GetStringAsync(new Uri("/pid", UriKind.Relative), Cancel));
    }

    [Fact]
    public async Task One_without_an_endpoint_talks_through_its_standard_streams()
    {
        var options = Options("-echo");
        options.Endpoint = GoSidecarEndpoint.None;
        options.Ready.Add(GoSidecarProbe.Line("ready"));
        await using var sidecar = await StartAsync(options);

        await sidecar.Instance!.StandardInput.WriteLineAsync("héllo".AsMemory(), Cancel);

        await UntilAsync(() => Log.Has("heard héllo"));
        await Assert.ThrowsAsync<IOException>(() => sidecar.Instance.ConnectAsync(Cancel));
    }

    [Fact]
    public async Task One_that_is_not_ready_in_time_is_killed_and_the_failure_says_what_was_waited_for_and_what_it_said()
    {
        var options = Options("-echo");
        options.Ready.Add(GoSidecarProbe.Line("no such line"));
        options.ReadyTimeout = TimeSpan.FromMilliseconds(300);
        options.Restart = GoSidecarRestartPolicy.Never;
        await using var sidecar = Create(options);

        var e = await Assert.ThrowsAsync<GoSidecarException>(() => sidecar.StartAsync(Cancel));

        Assert.Equal(GoSidecarErrorCodes.NotReady, e.Code);
        Assert.StartsWith("GOTC8003: The sidecar agent was not ready after ", e.Message, StringComparison.Ordinal);
        Assert.Contains(
            "waited for a line with `no such line` (no line is). It still ran, as process",
            e.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("Its last lines:\n  ready", e.Message, StringComparison.Ordinal);
        Assert.Equal(GoSidecarState.Failed, sidecar.State);
        Assert.Empty(RunningPrograms.Of(Agent));
    }

    [Fact]
    public async Task One_that_ends_before_it_is_ready_is_not_waited_for()
    {
        var options = Options("-exit", "7");
        options.Restart = GoSidecarRestartPolicy.Never;
        await using var sidecar = Create(options);

        var e = await Assert.ThrowsAsync<GoSidecarException>(() => sidecar.StartAsync(Cancel));

        Assert.Equal((GoSidecarErrorCodes.NotReady, 7), (e.Code, e.ExitCode));
        Assert.Contains("It has ended with exit code 7. Its last lines:\n  ends as it was told", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_looked_for_beside_the_application_and_not_tried_again()
    {
        await using var sidecar = new GoSidecarHost("nosuch");

        var e = await Assert.ThrowsAsync<GoSidecarException>(() => sidecar.StartAsync(Cancel));

        Assert.Equal(GoSidecarErrorCodes.ProgramMissing, e.Code);
        Assert.Contains(Path.Combine(AppContext.BaseDirectory, "nosuch"), e.Message, StringComparison.Ordinal);
        Assert.Equal(0, sidecar.RestartCount);
    }

    [Fact]
    public async Task A_program_that_may_not_be_executed_is_named_with_the_reason()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permission.");
        var options = Options();
        options.Program = Scratch.CreateFile("plain");
        options.Restart = GoSidecarRestartPolicy.Never;
        await using var sidecar = Create(options);

        var e = await Assert.ThrowsAsync<GoSidecarException>(() => sidecar.StartAsync(Cancel));

        Assert.Equal(GoSidecarErrorCodes.NotStarted, e.Code);
        Assert.Contains("Permission denied", e.Message, StringComparison.Ordinal);
        Assert.Contains("chmod +x", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_runs_after_a_start_that_was_cancelled()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using var sidecar = Create(Options("-delay", "1m", "-stubborn"));
        var start = sidecar.StartAsync(cancel.Token);
        await UntilAsync(() => RunningPrograms.Of(Agent).Count == 1);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => start);
        Assert.Equal(GoSidecarState.Stopped, sidecar.State);
        Assert.Empty(RunningPrograms.Of(Agent));
    }

    [Fact]
    public async Task Starting_it_from_many_threads_starts_one()
    {
        await using var sidecar = Create(Options());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => sidecar.StartAsync(Cancel))));

        Assert.Single(RunningPrograms.Of(Agent));
    }
}
