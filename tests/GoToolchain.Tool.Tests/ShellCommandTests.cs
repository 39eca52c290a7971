using System.Text.Json;
using System.Text.RegularExpressions;
using GoToolchain.Fixtures;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

/// <summary><c>env</c>, <c>env install</c> and <c>env remove</c> as people and programs see them.</summary>
public sealed partial class ShellCommandTests : IDisposable
{
    private readonly ToolMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Env_prints_lines_for_eval_and_nothing_else()
    {
        var go = _machine.AddSdk("1.23.4");
        _machine.Variables["SHELL"] = "/bin/zsh";

        var run = (await _machine.RunAsync("env")).Ended(0);
        var fish = (await _machine.RunAsync("env", "--shell", "fish")).Ended(0);
        var answer = (await _machine.RunAsync("env", "--shell", "pwsh", "--json")).Ended(0).Json;

        Assert.Empty(run.Error);
        Assert.Contains(
            "\nexport PATH=\"${HOME}/sdk/go1.23.4/bin:${HOME}/go/bin${gotoolchain_path}\"\n",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\nset --global --export PATH \"$HOME/sdk/go1.23.4/bin\" \"$HOME/go/bin\" $PATH\n",
            fish.Out,
            StringComparison.Ordinal
        );
        Assert.Equal("powershell", answer.GetProperty("shell").GetString());
        Assert.Equal(go["bin"], answer.GetProperty("directories")[0].GetString());
    }

    [Fact]
    public async Task Install_and_remove_say_what_became_of_each_file()
    {
        _machine.AddSdk("1.23.4");
        var file = Path.Combine(_machine.Home, ".bashrc");
        await File.WriteAllTextAsync(file, "export A=1\n", TestContext.Current.CancellationToken);

        var plan = (await _machine.RunAsync("env", "install", "--shell", "bash", "--plan")).Ended(0);
        var first = (await _machine.RunAsync("env", "install", "--shell", "bash")).Ended(0);
        var second = (await _machine.RunAsync("env", "install", "--shell", "bash")).Ended(0);
        var removed = (await _machine.RunAsync("env", "remove")).Ended(0);
        var none = (await _machine.RunAsync("env", "remove")).Ended(0);

        Assert.Contains(
            $"--- {file}\n+++ {file}\n@@ -1,1 +1,13 @@\n export A=1\n+# >>> gotoolchain >>>",
            plan.Out,
            StringComparison.Ordinal
        );
        Assert.Matches(
            $@"^created: {Regex.Escape(_machine.Home)}/\.profile \(bash and sh at login\)\nadded: {Regex.Escape(file)} \(bash, interactive and not at login\)\n  copy: .+\.backup\n$",
            first.Out
        );
        Assert.Contains("eval \"$(gotoolchain env)\"", first.Error, StringComparison.Ordinal);
        Assert.Equal(2, second.Out.Split("up to date: ").Length - 1);
        Assert.Contains($"restored: {file} ", removed.Out, StringComparison.Ordinal);
        Assert.Equal("No start-up file holds a block of gotoolchain.\n", none.Error);
        Assert.Equal(["sdk", ".bashrc"], Directory.EnumerateFileSystemEntries(_machine.Home).Select(Path.GetFileName).OrderDescending());
    }

    [Fact]
    public async Task An_unknown_shell_is_wrong_usage_that_leads_on()
    {
        _machine.AddSdk("1.23.4");
        _machine.Variables["SHELL"] = "/bin/tcsh";

        Assert.Contains("--shell", (await _machine.RunAsync("env")).Ended(64).Error, StringComparison.Ordinal);
        Assert.Contains(
            "`tcsh` is not a shell",
            (await _machine.RunAsync("env", "--shell", "tcsh")).Ended(64).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Without_a_go_nothing_is_written()
    {
        var run = (await _machine.RunAsync("env", "install", "--offline")).Ended(2);

        Assert.Contains("GOTC1004", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_machine.Home));
    }

    [Fact]
    public async Task The_documents_of_the_page_have_the_members_that_the_tool_writes()
    {
        _machine.AddSdk("1.23.4");
        await File.WriteAllTextAsync(
            Path.Combine(_machine.Home, ".bashrc"),
            "export GOROOT=/nowhere\n",
            TestContext.Current.CancellationToken
        );
        var page = await File.ReadAllTextAsync(RepositoryRoot.File("docs", "shells.md"), TestContext.Current.CancellationToken);
        var documented = JsonInPage()
            .Matches(page.ReplaceLineEndings("\n"))
            .Select(m => JsonShape.Of(JsonDocument.Parse(m.Groups[1].Value).RootElement))
            .ToArray();

        Assert.Equal(JsonShape.Of((await _machine.RunAsync("env", "--shell", "bash", "--json")).Ended(0).Json), documented[0]);
        Assert.Equal(JsonShape.Of((await _machine.RunAsync("env", "install", "--shell", "bash", "--json")).Ended(0).Json), documented[1]);
    }

    [GeneratedRegex("```json\n(.+?)```", RegexOptions.Singleline)]
    private static partial Regex JsonInPage();
}
