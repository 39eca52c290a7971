using System.Diagnostics;
using GoToolchain.Fixtures;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

public sealed class WhereTests : IDisposable
{
    private readonly ToolMachine _machine = new("a b;c%d#é");

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task The_answer_is_the_path_alone_whatever_letters_are_in_it()
    {
        var go = SyntheticGoRoot.Create(_machine.Scratch["Gö 'quoted' $x/go"]);

        var run = (await _machine.RunAsync("where", "path:" + go.Root)).Ended(0);

        Assert.Equal(go.Root + "\n", run.Out);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task A_relative_directory_begins_at_the_current_one()
    {
        var go = SyntheticGoRoot.Create(Path.Combine(_machine.Project, "tools", "go"));

        var run = (await _machine.RunAsync("where", "path:tools/go")).Ended(0);

        Assert.Equal(go.Root + "\n", run.Out);
    }

    [Fact]
    public async Task Json_says_where_it_was_found_and_how_far_it_is_trusted()
    {
        var go = _machine.AddSdk("1.97.3");

        var answer = (await _machine.RunAsync("where", "1.97", "--json")).Ended(0).Json;

        Assert.Equal(1, answer.GetProperty("schemaVersion").GetInt32());
        Assert.Equal(go.Root, answer.GetProperty("root").GetString());
        Assert.Equal(go.Go, answer.GetProperty("goExecutable").GetString());
        Assert.Equal("1.97.3", answer.GetProperty("version").GetString());
        Assert.Equal("go-dl", answer.GetProperty("origin").GetString());
        Assert.Equal("unverified", answer.GetProperty("trust").GetString());
        Assert.False(answer.GetProperty("managed").GetBoolean());
    }

    [Fact]
    public async Task The_project_decides_when_no_version_is_named()
    {
        _machine.AddSdk("1.97.3");
        var wanted = _machine.AddSdk("1.96.1");
        _machine.Declare(".go-version", "1.96.1\n");

        var run = (await _machine.RunAsync("where")).Ended(0);

        Assert.Equal(wanted.Root + "\n", run.Out);
    }

    [Fact]
    public async Task When_nothing_fits_and_nobody_serves_it_every_source_and_every_candidate_has_its_reason()
    {
        var other = _machine.AddSdk("1.97.3");
        var mirror = _machine.Scratch.CreateDirectory("empty mirror");

        var run = (await _machine.RunAsync("where", "1.99", "--source", $"apt;{mirror}", "--offline")).Ended(2);

        Assert.Empty(run.Out);
        Assert.StartsWith("error GOTC1004: ", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{other.Root}: it is 1.97.3, and 1.99 is wanted", run.Error, StringComparison.Ordinal);
        Assert.Contains("    apt: ", run.Error, StringComparison.Ordinal);
        Assert.Contains($"    {mirror}: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("  next: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_in_json_lists_candidates_and_sources()
    {
        _machine.AddSdk("1.97.3");

        var run = (await _machine.RunAsync("where", "1.99", "--source", "apt,go.dev", "--offline", "--json")).Ended(2);

        Assert.Empty(run.Error);
        var error = run.Json.GetProperty("error");
        Assert.Equal("GOTC1004", error.GetProperty("code").GetString());
        Assert.Contains(error.GetProperty("candidates").EnumerateArray(), c => c.GetProperty("version").GetString() == "1.97.3");
        Assert.Equal(["apt", "go.dev"], error.GetProperty("sources").EnumerateArray().Select(s => s.GetProperty("source").GetString()));
        Assert.All(error.GetProperty("sources").EnumerateArray(), s => Assert.NotEmpty(s.GetProperty("reason").GetString()!));
    }

    [Theory]
    [InlineData("--downloads", "never")]
    [InlineData("--preference", "only-system")]
    public async Task Where_nothing_may_be_installed_no_source_is_asked_and_the_exit_code_is_2(string option, string value)
    {
        var run = (await _machine.RunAsync("where", "1.99", option, value, "--source", "http://127.0.0.1:9")).Ended(2);

        Assert.StartsWith("error GOTC1004: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_holds_no_go_is_exit_code_2_with_the_reason()
    {
        var run = (await _machine.RunAsync("where", "path:" + _machine.Project)).Ended(2);

        Assert.Empty(run.Out);
        Assert.Contains(_machine.Project, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_written_is_exit_code_7_and_not_success()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no /dev/full.");
        var go = _machine.AddSdk("1.97.3");
        var tool = _machine.Prepare([], ["where", "path:" + go.Root]);
        var line = string.Join(' ', tool.ArgumentList.Prepend(tool.FileName).Select(a => $"'{a}'"));

        using var process = Process.Start(_machine.Prepare(["/bin/sh", "-c", $"{line} > /dev/full"], null))!;

        var run = (await ToolMachine.EndAsync(process)).Ended(7);
        Assert.StartsWith("error GOTC1008: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_has_seen_enough_is_no_failure()
    {
        var tool = _machine.Prepare([], ["--help"]);
        var line = string.Join(' ', tool.ArgumentList.Prepend(tool.FileName).Select(a => $"'{a}'"));

        using var process = Process.Start(_machine.Prepare(["/bin/sh", "-c", $"{{ {line}; echo code $? >&2; }} | :"], null))!;

        Assert.Equal("code 0\n", (await ToolMachine.EndAsync(process)).Error);
    }
}
