using System.Text;
using CliWrap;
using GoToolchain.Fixtures;

namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>Real programs, really run and watched, in both ways.</summary>
public sealed class LinkageTraceTests : IDisposable
{
    private const string Opener = """
        #include <dlfcn.h>
        #include <stdio.h>
        #include <unistd.h>
        int main(int count, char **names) {
            for (int i = 1; i < count; i++) puts(dlopen(names[i], RTLD_NOW) ? "loaded" : "not loaded");
            fflush(stdout);
            if (fork() == 0) execl("/bin/true", "true", (char *)0);
            fprintf(stderr, "done\n");
            return 3;
        }
        """;

    private readonly ScratchDirectory _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(TraceMethod.Strace)]
    [InlineData(TraceMethod.LoaderMessages)]
    public async Task What_is_loaded_later_and_what_is_looked_for_in_vain_is_seen_with_the_children(TraceMethod method)
    {
        RequireStrace(method);
        var program = await CCompiler.BuildAsync(_scratch["opener"], Opener);
        var plugin = await CCompiler.BuildLibraryAsync(_scratch["libplugin.so"], "int plugin(void) { return 1; }");
        var (output, errors) = (new StringBuilder(), new StringBuilder());

        var trace = await LinkageTrace.RunAsync(
            program,
            [plugin, "libnothere.so.7"],
            LinkageMachine.With(),
            new LinkageTraceOptions
            {
                Method = method,
                StandardOutput = PipeTarget.ToStringBuilder(output),
                StandardError = PipeTarget.ToStringBuilder(errors),
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal((3, method, false), (trace.ExitCode, trace.Method, trace.IsTimedOut));
        Assert.Equal("loaded\nnot loaded\n", output.ToString());
        Assert.Equal("done\n", errors.ToString());
        var first = trace.Processes[0];
        Assert.Contains(first.Loaded, l => l.Path.EndsWith("/libc.so.6", StringComparison.Ordinal) && l.IsAtStart);
        Assert.Contains(first.Loaded, l => l.Path == plugin && !l.IsAtStart);
        var miss = Assert.Single(first.Missed);
        Assert.Equal("libnothere.so.7", miss.Name);
        Assert.Contains(miss.Tried, path => path.EndsWith("/libnothere.so.7", StringComparison.Ordinal));
        Assert.Contains(trace.Processes, p => p.Program.EndsWith("true", StringComparison.Ordinal) && p.Id != first.Id);
        Assert.Contains(trace.Findings, f => f is { Problem: LinkageProblem.LibraryMissing, Subject: "libnothere.so.7" });
        Assert.Empty(Directory.EnumerateFileSystemEntries(LinkageMachine.With().TempDirectory, "gotc-trace-*"));
    }

    [Fact]
    public async Task A_program_that_finds_another_version_of_what_it_tried_first_has_no_finding()
    {
        var program = await CCompiler.BuildAsync(_scratch["opener"], Opener);
        await CCompiler.BuildLibraryAsync(_scratch["libplugin.so.1"], "int plugin(void) { return 1; }");

        var trace = await TraceAsync(program, null, _scratch["libplugin.so.2"], _scratch["libplugin.so.1"]);

        Assert.Equal("libplugin.so.2", Assert.Single(trace.Processes[0].Missed).Name);
        Assert.Empty(trace.Findings);
    }

    [Theory]
    [InlineData(TraceMethod.Strace)]
    [InlineData(TraceMethod.LoaderMessages)]
    public async Task A_program_that_cannot_start_ends_with_the_diagnosis_of_its_file(TraceMethod method)
    {
        RequireStrace(method);
        var library = await CCompiler.BuildLibraryAsync(_scratch["lib/libours.so.1"], "int ours(void) { return 0; }");
        var program = await CCompiler.BuildAsync(_scratch["program"], "int ours(void); int main(void) { return ours(); }", library);

        var trace = await TraceAsync(program, method);

        Assert.Equal(127, trace.ExitCode);
        Assert.Equal("libours.so.1", Assert.Single(trace.Processes[0].Missed).Name);
        var finding = Assert.Single(trace.Findings);
        Assert.Equal((LinkageProblem.LibraryMissing, LinkageSeverity.Error), (finding.Problem, finding.Severity));
    }

    [Theory]
    [InlineData(TraceMethod.Strace)]
    [InlineData(TraceMethod.LoaderMessages)]
    public async Task A_static_program_of_Go_loads_nothing(TraceMethod method)
    {
        RequireStrace(method);
        var program = await GoBuild.RunAsync(
            _scratch,
            "1.23",
            "hello",
            "package main\nimport \"os\"\nfunc main() { os.Exit(5) }\n",
            [("CGO_ENABLED", "0")],
            []
        );

        var trace = await TraceAsync(program, method);

        Assert.Equal(5, trace.ExitCode);
        Assert.False(trace.Static.IsDynamic);
        Assert.Empty(Assert.Single(trace.Processes).Loaded);
        Assert.Empty(trace.Findings);
    }

    [Fact]
    public async Task A_plugin_of_another_Go_is_named_when_the_program_opens_it()
    {
        RequireStrace(TraceMethod.Strace);
        _ = CCompiler.Path;
        var program = await GoBuild.RunAsync(_scratch, "1.23", "program", GoLinkageTests.PluginHost, [("CGO_ENABLED", "1")], []);
        var plugin = await GoBuild.RunAsync(
            _scratch,
            "1.22",
            "plugin.so",
            GoLinkageTests.Plugin,
            [("CGO_ENABLED", "1")],
            ["-buildmode=plugin"]
        );

        var trace = await TraceAsync(program, TraceMethod.Strace, [plugin]);

        Assert.NotEqual(0, trace.ExitCode);
        Assert.Contains(trace.Processes[0].Loaded, l => l.Path == plugin && !l.IsAtStart);
        Assert.Contains(trace.Findings, f => f.Problem == LinkageProblem.PluginMismatch);
    }

    [Theory]
    [InlineData(TraceMethod.Strace)]
    [InlineData(TraceMethod.LoaderMessages)]
    public async Task When_it_is_cancelled_nothing_of_it_runs_any_more(TraceMethod method)
    {
        RequireStrace(method);
        using var cancel = new CancellationTokenSource();
        var output = new LineWaiter("ready");

        var run = LinkageTrace.RunAsync(
            "/bin/sh",
            ["-c", "sleep 600 & echo $!; echo ready; wait"],
            LinkageMachine.With(),
            new LinkageTraceOptions { Method = method, StandardOutput = PipeTarget.ToDelegate(output.Add) },
            cancel.Token
        );
        await output.Seen.WaitAsync(TestContext.Current.CancellationToken);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        await GoneAsync(int.Parse(output.Lines[0], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task When_its_time_is_over_what_it_did_until_then_is_told()
    {
        var trace = await LinkageTrace.RunAsync(
            "/bin/sleep",
            ["600"],
            LinkageMachine.With(),
            new LinkageTraceOptions { Timeout = TimeSpan.FromSeconds(2) },
            TestContext.Current.CancellationToken
        );

        Assert.True(trace.IsTimedOut);
        Assert.Null(trace.ExitCode);
        Assert.Contains(trace.Processes[0].Loaded, l => l.Path.EndsWith("/libc.so.6", StringComparison.Ordinal));
        Assert.Contains(trace.Remarks, r => r.Contains("was ended after 2 s", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_strace_may_not_watch_the_loaders_messages_are_read_and_the_reason_is_told()
    {
        var bin = _scratch.CreateDirectory("bin");
        _scratch.CreateFile(
            "bin/strace",
            "#!/bin/sh\necho 'strace: ptrace(PTRACE_TRACEME, ...): Operation not permitted' >&2\nexit 1\n",
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );

        var trace = await LinkageTrace.RunAsync("/bin/true", [], WithPath(bin), cancel: TestContext.Current.CancellationToken);

        Assert.Equal(TraceMethod.LoaderMessages, trace.Method);
        Assert.Contains(trace.Remarks, r => r.Contains("Operation not permitted", StringComparison.Ordinal));
        Assert.Contains(trace.Processes[0].Loaded, l => l is { IsAtStart: true });
    }

    [Fact]
    public async Task A_run_with_very_many_calls_is_read_as_it_comes()
    {
        RequireStrace(TraceMethod.Strace);
        var program = await CCompiler.BuildAsync(
            _scratch["busy"],
            "#include <fcntl.h>\nint main(void) { for (int i = 0; i < 100000; i++) open(\"/nowhere/libbusy.so\", O_RDONLY); return 0; }"
        );

        var trace = await TraceAsync(program, TraceMethod.Strace);

        Assert.Equal(0, trace.ExitCode);
        Assert.InRange(Assert.Single(trace.Processes[0].Missed).Tried.Count, 1, 100);
    }

    [Fact]
    public async Task What_cannot_be_started_or_watched_is_refused_with_the_reason()
    {
        var library = await CCompiler.BuildLibraryAsync(_scratch["libours.so"], "int ours(void) { return 0; }");
        var odd = await CCompiler.BuildAsync(_scratch["odd"], "int main(void) { return 0; }", "-Wl,--dynamic-linker=/opt/odd/ld.so");

        foreach (var file in new[] { library, odd })
        {
            var error = await Assert.ThrowsAsync<GoToolchainException>(() => TraceAsync(file, null));
            Assert.Equal(GoErrorCodes.TraceNotPossible, error.Code);
        }
    }

    private static Task<LinkageTrace> TraceAsync(string program, TraceMethod? method, params string[] arguments) =>
        LinkageTrace.RunAsync(
            program,
            arguments,
            LinkageMachine.With(),
            new LinkageTraceOptions { Method = method },
            TestContext.Current.CancellationToken
        );

    private static void RequireStrace(TraceMethod method) =>
        Assert.SkipWhen(method == TraceMethod.Strace && LinkageMachine.With().FindOnPath("strace") is null, "This machine has no strace.");

    private static HostMachine WithPath(string directory)
    {
        var machine = LinkageMachine.With();
        var variables = new Dictionary<string, string>(machine.Variables) { ["PATH"] = directory };
        return new HostMachine
        {
            Variables = variables,
            HomeDirectory = machine.HomeDirectory,
            TempDirectory = machine.TempDirectory,
            Platform = machine.Platform,
        };
    }

    // A killed process is gone when its parent, or init, has taken note of it.
    private static async Task GoneAsync(int process)
    {
        while (
            File.Exists($"/proc/{process}/stat")
            && !(await File.ReadAllTextAsync($"/proc/{process}/stat")).Contains(") Z ", StringComparison.Ordinal)
        )
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private sealed class LineWaiter(string awaited)
    {
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<string> Lines { get; } = [];

        public Task Seen => _seen.Task;

        public void Add(string line)
        {
            Lines.Add(line);
            if (line == awaited)
            {
                _seen.TrySetResult();
            }
        }
    }
}
