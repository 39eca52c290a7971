using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;
using GoToolchain.Fixtures;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

public sealed class DoctorTests : IDisposable
{
    private const string Tracer = "/usr/bin/strace";
    private readonly ToolMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData("quick")]
    [InlineData("standard")]
    public async Task A_real_go_is_healthy(string level)
    {
        var go = await TestGo.EnsureAsync("1.23");

        var run = (await _machine.RunAsync("doctor", go.Root, "--level", level)).Ended(0);

        var lines = run.Out.Split('\n');
        Assert.StartsWith($"Go {go.Version} in {go.Root} (", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("ok       GOROOT is there ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("failed", StringComparison.Ordinal));
        Assert.StartsWith("healthy", lines[^2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quick")]
    [InlineData("standard")]
    public async Task Where_there_is_no_go_at_all_it_says_so_with_exit_code_2_and_starts_no_program_of_others(string level)
    {
        var (run, started) = await TraceAsync("doctor", "--preference", "only-managed", "--level", level);

        run.Ended(2);
        Assert.Contains("error GOTC1004: No Go is on this machine.", run.Out, StringComparison.Ordinal);
        Assert.Contains("cure: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("not healthy: ", run.Out, StringComparison.Ordinal);
        Assert.Empty(level == "quick" ? started : Foreign(started));
    }

    [Fact]
    public async Task A_GOROOT_that_leads_nowhere_is_exit_code_2_without_a_working_go_on_the_machine()
    {
        var gone = _machine.Scratch["gone/go"];
        var link = _machine.Scratch.CreateLink("local/go", gone);
        _machine.Variables["GOROOT"] = link;

        var (run, started) = await TraceAsync("doctor");

        run.Ended(2);
        Assert.Contains("GOTC6102", run.Out, StringComparison.Ordinal);
        Assert.Contains(link, run.Out, StringComparison.Ordinal);
        Assert.Contains(gone, run.Out, StringComparison.Ordinal);
        Assert.Empty(Foreign(started));
    }

    [Fact]
    public async Task The_quick_level_of_a_healthy_go_starts_no_process()
    {
        var go = await TestGo.EnsureAsync("1.23");

        var (run, started) = await TraceAsync("doctor", go.Root, "--level", "quick");

        run.Ended(0);
        Assert.Empty(started);
    }

    [Fact]
    public async Task A_directory_that_does_not_exist_is_exit_code_2_and_named()
    {
        var run = (await _machine.RunAsync("doctor", "./no/such/go")).Ended(2);

        Assert.Contains("GOTC6101", run.Out, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(_machine.Project, "no", "such", "go"), run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_is_not_here_is_exit_code_2()
    {
        _machine.AddSdk("1.97.3");

        var run = (await _machine.RunAsync("doctor", "1.3")).Ended(2);

        Assert.Contains("No Go on this machine fits `1.3`.", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("go/bin/go", "is part of the GOROOT")]
    [InlineData("go/bin", "is part of the GOROOT")]
    [InlineData("go/src/fmt", "is part of the GOROOT")]
    [InlineData("go/bin/", "is part of the GOROOT")]
    [InlineData("link", "leads into the GOROOT")]
    [InlineData(".", "is no GOROOT, but ")]
    [InlineData("./go", null)]
    [InlineData("go", null)]
    [InlineData("path:go", null)]
    [InlineData("path:go/bin", "is part of the GOROOT")]
    [InlineData("~/../project/go", null)]
    public async Task What_people_call_the_goroot_is_understood_and_what_was_understood_is_said(string named, string? hint)
    {
        var go = SyntheticGoRoot.Create(Path.Combine(_machine.Project, "go"), "1.97.3");
        File.CreateSymbolicLink(Path.Combine(_machine.Project, "link"), "go/bin/go");

        var run = await _machine.RunAsync("doctor", named, "--level", "quick");

        Assert.StartsWith($"Go 1.97.3 in {go.Root} (", run.Out, StringComparison.Ordinal);
        Assert.Equal(hint is not null, run.Error.Length > 0);
        Assert.Contains(hint ?? "", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_is_a_version_means_the_version_unless_a_go_is_in_a_directory_of_that_name()
    {
        var sdk = _machine.AddSdk("1.97.3");
        Directory.CreateDirectory(Path.Combine(_machine.Project, "stable"));
        var local = SyntheticGoRoot.Create(Path.Combine(_machine.Project, "1.97"), "1.97.1");

        var version = await _machine.RunAsync("doctor", "stable", "--level", "quick");
        var directory = await _machine.RunAsync("doctor", "1.97", "--level", "quick");

        Assert.StartsWith($"Go 1.97.3 in {sdk.Root} (", version.Out, StringComparison.Ordinal);
        Assert.StartsWith($"Go 1.97.1 in {local.Root} (", directory.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_format_of_a_report_is_written_where_it_was_asked_for()
    {
        var go = await TestGo.EnsureAsync("1.23");
        _machine.Declare("r.md", "old");

        (
            await _machine.RunAsync(
                "doctor",
                go.Root,
                "--level",
                "quick",
                "--report",
                "r.json",
                "--report",
                "r.md",
                "--report=r.xml",
                "--report",
                "../r.SARIF"
            )
        ).Ended(0);

        var json = JsonDocument.Parse(Read("r.json")).RootElement;
        Assert.Equal(go.Root, json.GetProperty("subject").GetProperty("root").GetString());
        Assert.Equal("quick", json.GetProperty("level").GetString());
        Assert.StartsWith($"## Go {go.Version} in ", Read("r.md"), StringComparison.Ordinal);
        Assert.Equal("testsuites", XDocument.Parse(Read("r.xml")).Root!.Name.LocalName);
        Assert.Equal("2.1.0", JsonDocument.Parse(Read("../r.SARIF")).RootElement.GetProperty("version").GetString());
        Assert.Equal(["r.json", "r.md", "r.xml"], Directory.GetFiles(_machine.Project).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task The_json_on_stdout_is_the_json_report()
    {
        var go = await TestGo.EnsureAsync("1.23");

        var run = (await _machine.RunAsync("doctor", go.Root, "--level", "quick", "--json", "--report", "r.json")).Ended(0);

        Assert.Equal(Read("r.json") + "\n", run.Out);
        Assert.True(run.Json.GetProperty("healthy").GetBoolean());
    }

    [Fact]
    public async Task The_target_of_a_link_is_replaced_and_the_link_stays()
    {
        _machine.AddSdk("1.97.3");
        File.CreateSymbolicLink(Path.Combine(_machine.Project, "r.json"), Path.Combine(_machine.Home, "kept.json"));

        await _machine.RunAsync("doctor", "1.97", "--level", "quick", "--report", "r.json");

        Assert.NotNull(new FileInfo(Path.Combine(_machine.Project, "r.json")).LinkTarget);
        Assert.NotEmpty(Read("../home/kept.json"));
    }

    [Theory]
    [InlineData("r.txt")]
    [InlineData("r")]
    [InlineData("json")]
    public async Task A_report_of_unknown_format_is_wrong_usage_and_nothing_is_examined(string file)
    {
        var run = (await _machine.RunAsync("doctor", "--report", file)).Ended(64);

        Assert.Empty(run.Out);
        Assert.Contains($"`--report {file}`", run.Error, StringComparison.Ordinal);
        Assert.Contains(".json, .md, .xml (JUnit) or .sarif", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no/such/r.json", "no/such does not exist.")]
    [InlineData("directory.json", "A directory is in its place.")]
    [InlineData("/proc/r.json", "")]
    public async Task A_report_that_cannot_be_written_is_exit_code_7_before_anything_is_examined(string file, string reason)
    {
        Directory.CreateDirectory(Path.Combine(_machine.Project, "directory.json"));

        var run = (await _machine.RunAsync("doctor", "--report", file)).Ended(7);

        Assert.Empty(run.Out);
        Assert.StartsWith("error GOTC1008: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(file, run.Error, StringComparison.Ordinal);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--level", "thorough", "`thorough` is not a level.")]
    [InlineData("--level", "Quick", "`Quick` is not a level.")]
    [InlineData("--level=quick", "--std-tests", "`--std-tests` belongs to level full")]
    public async Task A_level_that_makes_no_sense_is_wrong_usage(string first, string second, string cause)
    {
        var run = (await _machine.RunAsync("doctor", first, second)).Ended(64);

        Assert.Empty(run.Out);
        Assert.Contains(cause, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fix_where_nothing_can_be_mended_hands_on_the_cures()
    {
        var run = (await _machine.RunAsync("doctor", "./gone", "--fix")).Ended(2);

        Assert.Contains("cure: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("Nothing of this can be put right by --fix", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fix_makes_the_repairs_says_so_and_reports_the_second_look()
    {
        using var go = GoRootCopy.Of(await TestGo.EnsureAsync("1.23"));
        const UnixFileMode readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead;
        go.SetMode("bin/gofmt", readable);
        go.SetMode("pkg/tool/linux_amd64/compile", readable);
        var file = Path.Combine(_machine.Home, ".config", "go", "env");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(
            file,
            $"GOROOT={_machine.Scratch["gone"]}\nGOPRIVATE=example.com\n",
            TestContext.Current.CancellationToken
        );
        _machine.Variables["HOME"] = _machine.Home;

        var before = (await _machine.RunAsync("doctor", go.Root, "--level", "quick")).Ended(2);
        var run = (await _machine.RunAsync("doctor", go.Root, "--fix", "--report", "r.json")).Ended(0);

        Assert.Contains("--fix: ", before.Out, StringComparison.Ordinal);
        Assert.Contains("`gotoolchain doctor --fix` puts 3 of the 3 right.", before.Out, StringComparison.Ordinal);
        Assert.StartsWith("Put right:\n", run.Out, StringComparison.Ordinal);
        Assert.Contains($"{go["bin/gofmt"]} is executable again.", run.Out, StringComparison.Ordinal);
        Assert.Contains("\nhealthy", run.Out, StringComparison.Ordinal);
        Assert.Equal("GOPRIVATE=example.com\n", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        var backup = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file)!), f => f != file);
        Assert.Contains(backup, run.Out, StringComparison.Ordinal);
        Assert.StartsWith("GOROOT=", await File.ReadAllTextAsync(backup, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(3, JsonDocument.Parse(Read("r.json")).RootElement.GetProperty("fixes").GetArrayLength());
    }

    [Fact]
    public async Task What_can_be_mended_is_mended_and_the_rest_is_handed_on()
    {
        using var go = GoRootCopy.Of(await TestGo.EnsureAsync("1.23"));
        go.SetMode("bin/gofmt", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        go.Delete("src/strings");

        var run = (await _machine.RunAsync("doctor", go.Root, "--fix", "--level", "quick")).Ended(1);

        Assert.StartsWith("Put right:\n  GOTC6107: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("failed   Standard library is complete", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("error GOTC6107", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passwords_of_a_module_proxy_are_in_no_output()
    {
        var go = await TestGo.EnsureAsync("1.23");
        _machine.Variables["GOPROXY"] = "https://me:secret@proxy.example;direct";

        var run = (
            await _machine.RunAsync(
                "doctor",
                go.Root,
                "--level",
                "quick",
                "--report",
                "r.md",
                "--report",
                "r.xml",
                "--report",
                "r.sarif",
                "--json"
            )
        ).Ended(1);

        Assert.Contains("GOTC6208", run.Out, StringComparison.Ordinal);
        Assert.Contains("proxy.example", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Out + run.Error + Read("r.md") + Read("r.xml") + Read("r.sarif"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_terminal_there_are_colours_and_no_trace_of_the_progress_remains()
    {
        var go = await TestGo.EnsureAsync("1.23");
        using var process = _machine.StartOnTerminal("doctor", go.Root);

        var run = (await ToolMachine.EndAsync(process)).Ended(0);

        Assert.Contains("\e[32mok", run.Out, StringComparison.Ordinal);
        // What a status line has written stands before the sequence that erases it.
        var answer = run.Out[(run.Out.LastIndexOf("\e[K", StringComparison.Ordinal) + 1)..];
        Assert.Contains(go.Root, answer, StringComparison.Ordinal);
        Assert.Contains("\e[32mhealthy\e[0m", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("checked; now:", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirected_there_is_no_escape_sequence()
    {
        var run = await _machine.RunAsync("doctor", "./gone");

        Assert.DoesNotContain('\e', run.Out + run.Error);
    }

    private string Read(string file) => File.ReadAllText(Path.Combine(_machine.Project, file));

    // All but the test files that are written and run to find out whether programs may run in a directory.
    private static IEnumerable<string> Foreign(IEnumerable<string> started) =>
        started.Where(line => !line.Contains("/.gotoolchain-", StringComparison.Ordinal));

    // The run, and the programs that it started.
    private async Task<(ToolRun Run, string[] Started)> TraceAsync(params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists(Tracer), "strace is not on this machine.");
        var log = _machine.Scratch["execve"];
        using var process = Process.Start(_machine.Prepare([Tracer, "-f", "-qq", "-e", "trace=execve,execveat", "-o", log], arguments))!;
        var run = await ToolMachine.EndAsync(process);
        var lines = await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken);
        // The first is the tool itself.
        return (run, [.. lines.Where(line => line.Contains("exec", StringComparison.Ordinal)).Skip(1)]);
    }
}
