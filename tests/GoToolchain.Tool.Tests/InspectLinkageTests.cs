using System.Diagnostics;
using System.Text.Json;
using GoToolchain.Fixtures;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

/// <summary><c>gotoolchain inspect</c>, as far as it is about shared libraries, with programs that the C compiler of this machine makes.</summary>
public sealed class InspectLinkageTests : IDisposable
{
    private readonly ToolMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task A_library_that_is_missing_is_exit_code_1_with_its_cure()
    {
        var program = await BuildAsync();

        var run = (await _machine.RunAsync("inspect", program)).Ended(1);

        Assert.Matches(@"(?m)^libours\.so\.1 +not found$", run.Out);
        Assert.Matches(@"(?m)^libc\.so\.6 +\S+ +/\S+/libc\.so\.6", run.Out);
        Assert.Contains($"error: {program} needs libours.so.1", run.Out, StringComparison.Ordinal);
        Assert.Contains("  cure: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("[library-missing]", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_healthy_program_is_exit_code_0_and_its_libraries_are_listed_with_who_needs_them()
    {
        var program = await BuildAsync();
        _machine.Variables["LD_LIBRARY_PATH"] = _machine.Scratch["lib"];

        var run = (await _machine.RunAsync("inspect", program)).Ended(0);

        Assert.Matches($@"(?m)^libours\.so\.1 +library-path +{_machine.Scratch["lib/libours.so.1"]}$", run.Out);
        Assert.Matches(@"(?m)^ld-linux\S+ +loader +\S+ +libc\.so\.6$", run.Out);
    }

    [Fact]
    public async Task Json_has_files_needs_and_findings()
    {
        var program = await BuildAsync();

        var answer = (await _machine.RunAsync("inspect", program, "--json")).Ended(1).Json;

        var linkage = answer.GetProperty("linkage");
        Assert.True(linkage.GetProperty("dynamic").GetBoolean());
        Assert.Equal("glibc", linkage.GetProperty("cLibrary").GetString());
        Assert.False(linkage.GetProperty("healthy").GetBoolean());
        var needs = linkage.GetProperty("files")[0].GetProperty("needs").EnumerateArray().ToArray();
        Assert.Contains(
            needs,
            n => (n.GetProperty("name").GetString(), n.GetProperty("origin").GetString()) == ("libours.so.1", "not-found")
        );
        var finding = answer.GetProperty("findings")[0];
        Assert.Equal(
            ("library-missing", "error", "libours.so.1"),
            (
                finding.GetProperty("problem").GetString(),
                finding.GetProperty("severity").GetString(),
                finding.GetProperty("subject").GetString()
            )
        );
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("trace").ValueKind);
    }

    [Fact]
    public async Task A_traced_run_shows_what_was_loaded_and_its_output_does_not_mix_with_the_answer()
    {
        var program = await BuildAsync();
        _machine.Variables["LD_LIBRARY_PATH"] = _machine.Scratch["lib"];
        _machine.Variables["PATH"] = "/usr/bin:/bin";

        var run = (await _machine.RunAsync("inspect", program, "--trace", "--", "one", "two words")).Ended(0);

        Assert.Equal("one\ntwo words\n", run.Error);
        Assert.Contains("  ended: exit code 0", run.Out, StringComparison.Ordinal);
        Assert.Contains($"  at start {_machine.Scratch["lib/libours.so.1"]}", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_traced_run_in_Json_is_one_document()
    {
        var program = await BuildAsync();
        _machine.Variables["PATH"] = "/usr/bin:/bin";

        var run = (await _machine.RunAsync("inspect", program, "--trace", "--json")).Ended(1);

        var page = await File.ReadAllTextAsync(RepositoryRoot.File("docs", "cli.md"), TestContext.Current.CancellationToken);
        var documented = JsonDocument.Parse(page.Split("```jsonc\n")[1].Split("```")[0]).RootElement;
        Assert.All(documented.EnumerateObject(), m => Assert.Equal(JsonShape.Of(run.Json.GetProperty(m.Name)), JsonShape.Of(m.Value)));
        var trace = run.Json.GetProperty("trace");
        Assert.Equal(127, trace.GetProperty("exitCode").GetInt32());
        var process = trace.GetProperty("processes")[0];
        Assert.Equal(program, process.GetProperty("program").GetString());
        Assert.Equal("libours.so.1", process.GetProperty("missed")[0].GetProperty("name").GetString());
        Assert.Contains("cannot open shared object file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_reads_what_the_tool_is_given_to_read()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Programs are traced on Linux only.");
        _machine.Variables["PATH"] = "/usr/bin:/bin";

        var run = (await _machine.RunAsync("some text\n", ["inspect", "/bin/cat", "--trace"])).Ended(0);

        Assert.Equal("some text\n", run.Error);
    }

    [Fact]
    public async Task Interrupted_it_ends_the_program_and_says_that_it_was_cancelled()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Programs are traced on Linux only.");
        _machine.Variables["PATH"] = "/usr/bin:/bin";
        using var process = _machine.Start("inspect", "/bin/sh", "--trace", "--", "-c", "echo $$; sleep 600; echo never");
        var child = int.Parse(
            (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken))!,
            System.Globalization.CultureInfo.InvariantCulture
        );
        Signals.Send(process.Id, Signals.Terminate);

        (await ToolMachine.EndAsync(process)).Ended(130);

        Assert.False(IsRunning(child));
    }

    [Theory]
    [InlineData("--", "x")]
    [InlineData("--timeout", "3")]
    [InlineData("--trace", "--timeout=0")]
    public async Task Arguments_and_times_are_for_traced_runs(string first, string second)
    {
        var run = (await _machine.RunAsync("inspect", ToolMachine.DotNetHost, first, second)).Ended(64);

        Assert.Contains("GOTC1006", run.Error, StringComparison.Ordinal);
    }

    private static bool IsRunning(int process)
    {
        var stat = $"/proc/{process}/stat";
        return File.Exists(stat) && !File.ReadAllText(stat).Contains(") Z ", StringComparison.Ordinal);
    }

    // Prints its arguments, one on a line.
    private async Task<string> BuildAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/gcc"), "This machine has no gcc, or is not Linux.");
        _machine.Scratch.CreateFile("ours.c", "int ours(void) { return 0; }\n");
        _machine.Scratch.CreateFile(
            "program.c",
            "#include <stdio.h>\nint ours(void);\nint main(int n, char **a) { for (int i = 1; i < n; i++) puts(a[i]); return ours(); }\n"
        );
        _machine.Scratch.CreateDirectory("lib");
        await CompileAsync(
            "-shared",
            "-fPIC",
            "-Wl,-soname,libours.so.1",
            "-o",
            _machine.Scratch["lib/libours.so.1"],
            _machine.Scratch["ours.c"]
        );
        await CompileAsync("-o", _machine.Scratch["program"], _machine.Scratch["program.c"], _machine.Scratch["lib/libours.so.1"]);
        return _machine.Scratch["program"];
    }

    private static async Task CompileAsync(params string[] arguments)
    {
        using var process = Process.Start("/usr/bin/gcc", arguments);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }
}
