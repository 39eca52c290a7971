using System.Diagnostics;
using GoToolchain.Fixtures;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

public sealed class ExecTests : IDisposable
{
    private const string SetSid = "/usr/bin/setsid";
    private readonly ToolMachine _machine = new();
    private readonly SyntheticGoRoot _go;

    public ExecTests() => _go = SyntheticGoRoot.Create(_machine.Scratch["go"], "1.97.3");

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task The_exit_code_of_the_command_is_passed_on()
    {
        (await ExecAsync("/bin/sh", "-c", "exit 0")).Ended(0);
        (await ExecAsync("/bin/sh", "-c", "exit 7")).Ended(7);
        (await ExecAsync("/bin/sh", "-c", "exit 64")).Ended(64);
    }

    [Fact]
    public async Task The_command_sees_this_go_first_and_no_other()
    {
        _machine.Variables["GOROOT"] = "/somewhere/else";
        _machine.Variables["GOTOOLCHAIN"] = "auto";
        _machine.Variables["GOFLAGS"] = "-mod=mod";

        var run = (await ExecAsync("/bin/sh", "-c", "echo \"$PATH\"; echo \"${GOROOT-unset} $GOTOOLCHAIN $GOFLAGS\"; pwd")).Ended(0);

        var lines = run.Out.TrimEnd('\n').Split('\n');
        Assert.Equal($"{_go["bin"]}:{_machine.Variables["PATH"]}", lines[0]);
        Assert.Equal("unset local -mod=mod", lines[1]);
        Assert.Equal(_machine.Project, lines[2]);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task A_name_is_looked_up_in_the_bin_directory_of_that_go_first()
    {
        const UnixFileMode executable = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        _machine.Scratch.CreateFile("machine/bin/mine", "#!/bin/sh\necho from PATH\n", executable);
        (await ExecAsync("mine")).Ended(0);
        _machine.Scratch.CreateFile("go/bin/mine", "#!/bin/sh\necho from bin \"$@\"\n", executable);

        var run = (await ExecAsync("mine", "--json", "a b", "")).Ended(0);

        Assert.Equal("from bin --json a b \n", run.Out);
    }

    [Fact]
    public async Task The_command_reads_our_stdin()
    {
        _machine.Variables["PATH"] = "/usr/bin:/bin";

        var run = (
            await _machine.RunAsync("some input\n", ["exec", "path:" + _go.Root, "--", "/bin/sh", "-c", "cat; echo problem >&2"])
        ).Ended(0);

        Assert.Equal("some input\n", run.Out);
        Assert.Equal("problem\n", run.Error);
    }

    [Fact]
    public async Task A_command_that_is_not_there_is_our_error_with_exit_code_2()
    {
        var run = (await ExecAsync("no-such-command")).Ended(2);

        Assert.Empty(run.Out);
        Assert.StartsWith("error GOTC1007: `no-such-command`", run.Error, StringComparison.Ordinal);
        Assert.Contains(_go["bin"], run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_started_is_our_error_with_exit_code_2()
    {
        var file = _machine.Scratch.CreateFile("notes", "no program at all", UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var run = (await ExecAsync(file)).Ended(2);

        Assert.StartsWith("error GOTC1007: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(file, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_a_signal_ends_gives_128_and_the_number() =>
        (await ExecAsync("/bin/sh", "-c", "kill -9 $$")).Ended(128 + 9);

    [Theory]
    [InlineData(Signals.Terminate, "TERM")]
    [InlineData(Signals.Interrupt, "INT")]
    [InlineData(Signals.Hangup, "HUP")]
    public async Task A_signal_to_us_reaches_the_command_which_decides_what_happens(int signal, string name)
    {
        Assert.SkipUnless(File.Exists(SetSid), "setsid(1) is missing: without it the terminal of the developer takes part.");
        _machine.Variables["PATH"] = "/usr/bin:/bin";
        using var process = Process.Start(
            _machine.Prepare(
                [SetSid],
                [
                    "exec",
                    "path:" + _go.Root,
                    "--",
                    "/bin/sh",
                    "-c",
                    $"trap 'echo got {name}; exit 42' {name}; echo ready; while :; do sleep 0.05; done",
                ]
            )
        )!;
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));

        Signals.Send(process.Id, signal);

        var run = (await ToolMachine.EndAsync(process)).Ended(42);
        Assert.Equal($"got {name}\n", run.Out);
    }

    [Fact]
    public async Task A_signal_that_the_command_does_not_catch_ends_it_and_us()
    {
        using var process = _machine.Start("exec", "path:" + _go.Root, "--", "/bin/sh", "-c", "echo ready; exec /bin/sleep 60");
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));

        Signals.Send(process.Id, Signals.Terminate);

        (await ToolMachine.EndAsync(process)).Ended(128 + Signals.Terminate);
    }

    [Fact]
    public async Task On_a_terminal_the_command_has_the_terminal()
    {
        var run = (await OnTerminalAsync("test -t 0 && test -t 1 && test -t 2 && echo all three; exit 5", _ => Task.CompletedTask)).Ended(
            5
        );

        Assert.Contains("all three", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_on_a_terminal_reaches_the_command_once()
    {
        var run = await OnTerminalAsync(
            "n=0; trap 'n=$((n+1))' INT; echo ready; sleep 20; sleep 1; echo count=$n; exit 6",
            async process =>
            {
                Assert.Equal("ready", (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))?.Trim());
                await process.StandardInput.WriteAsync('\x03');
                await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            }
        );

        run.Ended(6);
        Assert.Contains("count=1", run.Out, StringComparison.Ordinal);
    }

    private Task<ToolRun> ExecAsync(params string[] command) => _machine.RunAsync(["exec", "path:" + _go.Root, "--", .. command]);

    private async Task<ToolRun> OnTerminalAsync(string shellLine, Func<Process, Task> meanwhile)
    {
        using var process = _machine.StartOnTerminal("exec", "path:" + _go.Root, "--", "/bin/sh", "-c", shellLine);
        await meanwhile(process);
        return await ToolMachine.EndAsync(process);
    }
}
