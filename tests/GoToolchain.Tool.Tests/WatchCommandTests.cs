using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using GoToolchain.Fixtures;
using GoToolchain.Recovery.Watching;
using GoToolchain.Tool.Output.Watching;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

public sealed class WatchCommandTests : IDisposable
{
    private readonly ToolMachine _machine = new();
    private readonly SyntheticGoRoot _go;

    public WatchCommandTests() => _go = SyntheticGoRoot.Create(Path.Combine(_machine.Home, "go"), "1.97.3");

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData(Signals.Interrupt)]
    [InlineData(Signals.Terminate)]
    public async Task Events_are_json_lines_until_a_signal_ends_it_with_130(int signal)
    {
        using var watch = Start("watch", _go.Root, "--json");
        Assert.Equal("intact", (await watch.UntilAsync("started")).GetProperty("state").GetString());
        await watch.UntilAsync("snapshot-made");

        _go.Remove("bin/go");
        var changed = await watch.UntilAsync("changed");

        Assert.Equal("damaged", changed.GetProperty("state").GetString());
        Assert.Equal(1, changed.GetProperty("schemaVersion").GetInt32());
        Assert.Equal("GOTC6532", changed.GetProperty("code").GetString());
        Assert.Equal("bin/go", changed.GetProperty("differences")[0].GetProperty("path").GetString());
        Assert.Equal("missing", changed.GetProperty("differences")[0].GetProperty("kind").GetString());
        Assert.Equal((130, ""), await watch.EndAsync(signal));
    }

    [Fact]
    public async Task For_a_time_it_ends_with_0_and_lines_say_what_was_seen()
    {
        _go.Remove("bin/go");
        (await _machine.RunAsync("snapshot", "create", _go.Root)).Ended(0);
        Directory.Delete(_go.Root, recursive: true);

        var run = (await _machine.RunAsync("watch", _go.Root, "--for", "2s")).Ended(0);

        Assert.Contains(" started Watching 10 files: the GOROOT is gone. (GOTC6532)", run.Out, StringComparison.Ordinal);
        Assert.Contains("next: Repair it with `gotoolchain repair", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_of_the_user_gets_each_event_in_variables_and_as_json()
    {
        var log = _machine.Scratch["events"];
        using var watch = Start(
            "watch",
            _go.Root,
            "--json",
            "--no-snapshot",
            "--on-event",
            $"echo $GOTC_EVENT $GOTC_EVENT_STATE >> {log}; read -r line; echo \"$line\" >> {log}"
        );
        await watch.UntilAsync("started");
        _go.Remove("bin/go");
        await watch.UntilAsync("changed");
        await watch.EndAsync();

        var lines = await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken);
        Assert.Equal(["started intact", "changed damaged"], [lines[0], lines[2]]);
        Assert.Contains("\"path\":\"bin/go\"", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_system_log_gets_lines_in_its_own_form()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no system log.");
        var path = _machine.Scratch["log"];
        using var server = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        server.Bind(new UnixDomainSocketEndPoint(path));
        await using var log = new Syslog(path);

        log.Write(
            new GoRootEvent
            {
                Kind = GoRootEventKind.Changed,
                At = new DateTimeOffset(2026, 11, 3, 4, 5, 6, TimeZoneInfo.Local.BaseUtcOffset),
                Root = "/usr/local/go",
                State = GoRootState.Missing,
                Message = "The GOROOT\nis gone.",
                Code = GoErrorCodes.RootChanged,
            }
        );

        var buffer = new byte[1000];
        var text = Encoding.UTF8.GetString(buffer, 0, server.Receive(buffer));
        Assert.Matches(@"^<27>Nov  3 \d\d:05:06 gotoolchain\[\d+\]: /usr/local/go: The GOROOT is gone\. \(GOTC6532\)$", text);
        Assert.Throws<GoToolchainException>(() => new Syslog(_machine.Scratch["nowhere"]));
    }

    [Fact]
    public async Task A_unit_is_written_that_systemd_understands()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no systemd.");
        var odd = SyntheticGoRoot.Create(Path.Combine(_machine.Home, "my go 100%"), "1.97.3");

        var run = (await _machine.RunAsync("watch", odd.Root, "--heal", "--install", "--on-event", "echo \"$GOTC_EVENT\"")).Ended(0);

        var file = run.Out.Trim();
        Assert.Equal(Path.Combine(_machine.Home, ".config/systemd/user"), Path.GetDirectoryName(file));
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains(
            " watch \"" + odd.Root.Replace("%", "%%", StringComparison.Ordinal) + "\" --store ",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("--heal --on-event \"echo \\\"$$GOTC_EVENT\\\"\"", text, StringComparison.Ordinal);
        Assert.Contains("systemctl --user enable --now gotoolchain-watch-", run.Error, StringComparison.Ordinal);
        const string analyze = "/usr/bin/systemd-analyze";
        Assert.SkipUnless(File.Exists(analyze), "systemd-analyze is not installed, so nobody tells whether the unit is right.");
        var start = new ProcessStartInfo(analyze, ["verify", "--man=no", file]) { RedirectStandardError = true };
        using var verify = Process.Start(start)!;
        var complaints = await verify.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Path.GetFileName(file), complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lost_events_cost_a_look_at_the_whole_tree_and_nothing_else()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "It is about inotify.");
        using var watch = Start("watch", _go.Root, "--json", "--no-snapshot");
        await watch.UntilAsync("started");
        // While it cannot read, the queue of inotify (16,384 events) runs over: each move is two.
        Signals.Send(watch.Process.Id, 19);
        for (var i = 0; i < 4500; i++)
        {
            File.Move(_go["VERSION"], _go["VERSION.moved"]);
            File.Move(_go["VERSION.moved"], _go["VERSION"]);
        }

        Directory.CreateDirectory(_go["src/new"]);
        _go.Write("src/fmt/print.go", "package fmt // edited\n");
        Signals.Send(watch.Process.Id, 18);

        var changed = await watch.UntilAsync("changed", "damaged");
        while (!changed.GetProperty("overflowed").GetBoolean())
        {
            changed = await watch.UntilAsync("changed", "damaged");
        }

        Assert.Equal(2, changed.GetProperty("differenceCount").GetInt32());
        Directory.Delete(_go["src/new"]);
        _go.Write("src/fmt/print.go", "package fmt\n");
        await watch.UntilAsync("changed", "intact");
    }

    [Fact]
    public async Task A_limit_of_inotify_is_named_and_the_tree_is_looked_at_all_the_same()
    {
        // A limit of a user namespace of its own: that of the machine is nobody's to lower.
        RequireNamespaces("-Ur");
        using var watch = StartIn(
            "-Ur",
            "echo 5 > /proc/sys/user/max_inotify_watches && exec \"$@\"",
            "watch",
            _go.Root,
            "--json",
            "--no-snapshot"
        );
        var limit = await watch.UntilAsync("limit-reached");
        Assert.Equal("GOTC6530", limit.GetProperty("code").GetString());
        Assert.Contains("user.max_inotify_watches = 5", limit.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("sysctl user.max_inotify_watches=", limit.GetProperty("nextStep").GetString(), StringComparison.Ordinal);

        _go.Write("src/runtime/proc.go", "package damaged\n");
        await watch.UntilAsync("changed", "damaged");
        Directory.Delete(_go.Root, recursive: true);
        await watch.UntilAsync("changed", "missing");
    }

    [Fact]
    public async Task What_is_mounted_over_the_tree_and_unmounted_again_is_seen()
    {
        RequireNamespaces("-Urm");
        var (mounted, go) = (_machine.Scratch["mounted"], _go.Root);
        var script = $"""
            (while [ ! -e {mounted} ]; do sleep 0.1; done
             mount -t tmpfs none {go} && rm {mounted}
             while [ ! -e {mounted} ]; do sleep 0.1; done
             umount {go}) &
            exec "$@"
            """;
        using var watch = StartIn("-Urm", script, "watch", go, "--json", "--no-snapshot");
        await watch.UntilAsync("started");
        await File.WriteAllTextAsync(mounted, "", TestContext.Current.CancellationToken);
        await watch.UntilAsync("changed", "damaged");
        while (File.Exists(mounted))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await File.WriteAllTextAsync(mounted, "", TestContext.Current.CancellationToken);
        await watch.UntilAsync("changed", "intact");
        _go.Remove("bin/go");
        await watch.UntilAsync("changed", "damaged");
    }

    private RunningWatch Start(params string[] arguments) => new(_machine.Start(arguments));

    // unshare(1) in front, and a script that gets the tool with its arguments.
    private RunningWatch StartIn(string namespaces, string script, params string[] arguments)
    {
        _machine.Variables["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin";
        return new RunningWatch(
            Process.Start(_machine.Prepare(["/usr/bin/unshare", namespaces, "/bin/sh", "-c", script, "sh"], arguments))!
        );
    }

    private static void RequireNamespaces(string kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/unshare"), "unshare(1) is missing.");
        using var trial = Process.Start(new ProcessStartInfo("/usr/bin/unshare", [kind, "/bin/true"]) { RedirectStandardError = true })!;
        trial.WaitForExit();
        Assert.SkipUnless(trial.ExitCode == 0, "This user may not make namespaces here.");
    }
}
