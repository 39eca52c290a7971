using System.Diagnostics;
using GoToolchain.Fixtures;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

/// <summary><c>gotoolchain inspect</c> with programs that real Go built.</summary>
public sealed class InspectTests : IDisposable
{
    private static readonly GoPlatform s_linux = new("linux", "amd64");

    private readonly ToolMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task A_program_is_described_and_compared_with_the_go_on_PATH()
    {
        var go = await TestGo.EnsureAsync("1.21");
        var here = SyntheticGoRoot.Create(_machine.Scratch["go"], "1.23.5");
        _machine.Variables["PATH"] = here["bin"];
        var file = await new GoProgram(_machine.Scratch).BuildAsync(go, s_linux, "-ldflags=-s -w", "-tags=one,two");

        var run = (await _machine.RunAsync("inspect", file)).Ended(0);

        Assert.Empty(run.Error);
        AssertField(run.Out, "path", file);
        AssertField(run.Out, "format", "ELF for linux/amd64");
        AssertField(run.Out, "kind", "program (-buildmode=exe), static");
        AssertField(run.Out, "symbols", "none (stripped)");
        AssertField(run.Out, "built by", $"go{go.Version}");
        AssertField(run.Out, "package", "example.com/program");
        AssertField(run.Out, "module", "example.com/program@(devel)");
        AssertField(run.Out, "compared", $"Built by go{go.Version}; the go on PATH ({here.Root}) is 1.23.5, which is newer.");
        AssertField(run.Out, "-ldflags", "-s -w");
        AssertField(run.Out, "-tags", "one,two");
        Assert.Matches(@"(?m)^example\.com/library  v1\.2\.3   \.\./library@\(devel\)$", run.Out);
    }

    [Fact]
    public async Task Json_has_everything_that_the_program_tells()
    {
        var go = await TestGo.EnsureAsync("1.23");
        var file = await new GoProgram(_machine.Scratch).BuildAsync(go, new GoPlatform("windows", "arm64"));

        var answer = (await _machine.RunAsync("inspect", file, "--json")).Ended(0).Json;

        Assert.Equal((file, "go", ""), (Text("file"), Text("verdict"), Text("reason")));
        var binary = answer.GetProperty("binary");
        Assert.Equal("pe", binary.GetProperty("format").GetString());
        Assert.Equal("windows/arm64", binary.GetProperty("platform").GetString());
        Assert.False(binary.GetProperty("stripped").GetBoolean());
        var info = answer.GetProperty("go");
        Assert.Equal($"go{go.Version}", info.GetProperty("goVersion").GetString());
        Assert.Equal("../library", info.GetProperty("dependencies")[0].GetProperty("replacement").GetProperty("path").GetString());
        Assert.Contains(
            info.GetProperty("settings").EnumerateArray(),
            s => (s.GetProperty("key").GetString(), s.GetProperty("value").GetString()) == ("GOOS", "windows")
        );
        var comparison = answer.GetProperty("comparison");
        Assert.Equal("no-go", comparison.GetProperty("relation").GetString());
        Assert.Contains("windows/arm64", comparison.GetProperty("remarks")[0].GetString(), StringComparison.Ordinal);

        string? Text(string member) => answer.GetProperty(member).GetString();
    }

    [Fact]
    public async Task On_a_terminal_no_line_is_wider_than_it_unless_a_word_is()
    {
        var go = await TestGo.EnsureAsync("1.23");
        var flags = "-ldflags=-X 'main.flavour=" + string.Join(' ', Enumerable.Repeat("sweet and sour", 20)) + "'";
        var file = await new GoProgram(_machine.Scratch).BuildAsync(go, s_linux, flags);
        using var process = _machine.StartOnTerminal(["inspect", file], ("NO_COLOR", "1"));

        var run = (await ToolMachine.EndAsync(process)).Ended(0);

        Assert.Contains("sweet and sour", run.Out, StringComparison.Ordinal);
        Assert.All(
            run.Out.Split('\n').Select(line => line.TrimEnd('\r')),
            line => Assert.True(line.Length <= 80 || !line.Trim().Contains(' ', StringComparison.Ordinal), line)
        );
    }

    [Fact]
    public async Task Escape_sequences_in_a_program_do_not_reach_the_terminal()
    {
        var go = await TestGo.EnsureAsync("1.23");
        var file = await new GoProgram(_machine.Scratch).BuildAsync(go, s_linux, "-ldflags=-X 'main.flavour=\e[2Jgone'");

        var run = (await _machine.RunAsync("inspect", file)).Ended(0);

        Assert.DoesNotContain('\e', run.Out);
        Assert.Contains("[2Jgone", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_Go_did_not_build_is_described_too()
    {
        var run = (await _machine.RunAsync("inspect", ToolMachine.DotNetHost)).Ended(0);

        AssertField(run.Out, "built by", "not known");
        Assert.Contains("It holds no Go build information", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_program_is_exit_code_1_and_what_can_be_read_is_shown()
    {
        var go = await TestGo.EnsureAsync("1.23");
        var file = await new GoProgram(_machine.Scratch).BuildAsync(go, s_linux);
        using (var cut = File.OpenWrite(file))
        {
            cut.SetLength(cut.Length * 9 / 10);
        }

        var run = (await _machine.RunAsync("inspect", file)).Ended(1);
        var answer = (await _machine.RunAsync("inspect", file, "--json")).Ended(1).Json;

        AssertField(run.Out, "built by", $"go{go.Version}");
        Assert.Contains("error GOTC6006: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("cut short", run.Error, StringComparison.Ordinal);
        Assert.Equal("damaged", answer.GetProperty("verdict").GetString());
        Assert.Contains("cut short", answer.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_program_has_an_error_that_says_what_it_is()
    {
        _machine.Declare("build.sh", "#!/bin/sh\n");

        var run = (await _machine.RunAsync("inspect", "build.sh")).Ended(1);
        var answer = (await _machine.RunAsync("inspect", "build.sh", "--json")).Ended(1).Json;

        Assert.Empty(run.Out);
        Assert.Contains("GOTC6006", run.Error, StringComparison.Ordinal);
        Assert.Contains("build.sh: it is a script", run.Error, StringComparison.Ordinal);
        Assert.Equal("GOTC6006", answer.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_is_no_file_has_an_error_that_says_why_and_nothing_waits()
    {
        Directory.CreateDirectory(Path.Combine(_machine.Project, "directory"));
        File.CreateSymbolicLink(Path.Combine(_machine.Project, "dangling"), "nowhere");
        _machine.Declare("empty", "");
        await Process.Start("mkfifo", [Path.Combine(_machine.Project, "pipe")]).WaitForExitAsync(TestContext.Current.CancellationToken);
        foreach (
            var (name, reason) in new[]
            {
                ("missing", "does not exist"),
                ("directory", "is a directory"),
                ("dangling", "is a link that leads nowhere"),
                ("empty", "is empty"),
                ("pipe", "is empty, or a pipe"),
            }
        )
        {
            var run = (await _machine.RunAsync("inspect", name)).Ended(2);

            Assert.Contains("GOTC6003", run.Error, StringComparison.Ordinal);
            Assert.Contains($"{name} {reason}", run.Error, StringComparison.Ordinal);
        }
    }

    private static void AssertField(string text, string label, string value) =>
        Assert.Contains(
            text.Split('\n'),
            line => line.StartsWith($"  {label} ", StringComparison.Ordinal) && line.EndsWith($"  {value}", StringComparison.Ordinal)
        );
}
