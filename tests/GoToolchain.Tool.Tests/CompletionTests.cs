using System.Diagnostics;
using GoToolchain.Fixtures;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

/// <summary><c>completion</c>, in real shells.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly ToolMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Theory]
    [InlineData("gotoolchain doc", "doctor")]
    [InlineData("gotoolchain doctor --lev", "--level")]
    [InlineData("gotoolchain doctor --level ", "full quick standard")]
    [InlineData("gotoolchain doctor --level=q", "--level=quick")]
    [InlineData("gotoolchain --preference only-", "only-managed only-system")]
    [InlineData("gotoolchain env install --shell z", "zsh")]
    [InlineData("gotoolchain snapshot re", "restore")]
    [InlineData("gotoolchain where 1.9", "1.96.1 1.95.2")]
    [InlineData("gotoolchain link ~/go st", "stable")]
    [InlineData("gotoolchain inspect ./a", "")]
    [InlineData("gotoolchain exec -- go b", "")]
    [InlineData("gotoolchain --preference wrong where 1.", "")]
    [InlineData("gotoolchain", "")]
    public async Task What_fits_is_offered(string line, string expected)
    {
        _machine.AddSdk("1.95.2");
        _machine.AddSdk("1.96.1");

        var run = (
            await _machine.RunAsync("complete", line.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), line)
        ).Ended(0);

        Assert.Empty(run.Error);
        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')[0]).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Every_command_of_the_help_is_offered_and_the_cursor_may_be_within_the_line()
    {
        var help = (await _machine.RunAsync("--help")).Ended(0).Out;

        var run = (await _machine.RunAsync("complete", "12", "gotoolchain where")).Ended(0);

        Assert.All(
            run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Contains($"\n  {line.Split('\t')[0]}", help, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("complete\t", run.Out, StringComparison.Ordinal);
        Assert.Contains("where\tPrint the GOROOT that would be used\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bash_completes()
    {
        var shown = await InShellAsync(
            "bash",
            "--norc",
            "-c",
            """
            source <(gotoolchain completion bash)
            COMP_LINE='gotoolchain doctor --level=q' COMP_POINT=28 COMP_WORDS=(gotoolchain doctor --level = q) COMP_CWORD=4
            $(complete -p gotoolchain | sed 's/.*-F \([^ ]*\).*/\1/')
            echo "${COMPREPLY[@]}"
            """
        );
        Assert.Equal("quick\n", shown);
    }

    [Fact]
    public async Task Fish_completes()
    {
        var shown = await InShellAsync(
            "fish",
            "--no-config",
            "-c",
            "gotoolchain completion fish | source; complete -C 'gotoolchain doctor --level q'"
        );
        Assert.Equal("quick\n", shown);
    }

    [Fact]
    public async Task Zsh_completes()
    {
        // The completion of an interactive zsh on a terminal of its own, as a Tab calls it.
        var shown = await InShellAsync(
            "zsh",
            "-f",
            "-c",
            """
            zmodload zsh/zpty
            zpty z zsh -f -i
            zpty -w z 'PS1=; autoload -Uz compinit; compinit -u; source <(gotoolchain completion zsh); echo re""ady'
            zpty -r -m z text '*ready*'
            zpty -n -w z $'gotoolchain doctor --level q\t'
            zpty -r -m z text '*quick*'
            print ${text[-5,-1]}
            zpty -d z
            """
        );
        Assert.Equal("quick\n", shown);
    }

    [Fact]
    public async Task The_script_for_PowerShell_is_parsed_by_it()
    {
        var shown = await InShellAsync(
            "pwsh",
            "-NoProfile",
            "-Command",
            """
            gotoolchain completion powershell | Out-String | Invoke-Expression
            $line = 'gotoolchain doctor --level q'
            (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches.CompletionText
            """
        );
        Assert.Equal("quick", shown.Trim());
    }

    // The tool has the directory of a script that runs it as the first one on PATH.
    private async Task<string> InShellAsync(string shell, params string[] arguments)
    {
        var program = HostMachine.Detect().FindOnPath(shell);
        Assert.SkipWhen(program is null, $"{shell} is missing.");
        var tool = _machine.Prepare([], ["\"$@\""]);
        var script = _machine.Scratch.CreateFile(
            "tool/gotoolchain",
            $"#!/bin/sh\nexec {string.Join(' ', tool.ArgumentList.Prepend(tool.FileName).Select(a => a.StartsWith('"') ? a : $"'{a}'"))}\n"
        );
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script that stands for the tool is one of sh.");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, (UnixFileMode)0b111_101_101);
        }

        _machine.Variables["PATH"] = $"{Path.GetDirectoryName(script)}:/usr/bin:/bin";
        using var process = Process.Start(_machine.Prepare([program, .. arguments], null))!;
        process.StandardInput.Close();
        var run = await ToolMachine.EndAsync(process);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Out;
    }
}
