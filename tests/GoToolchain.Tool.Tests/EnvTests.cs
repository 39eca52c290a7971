using System.Text.Json;
using System.Text.RegularExpressions;
using GoToolchain.Fixtures;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

public sealed partial class EnvTests : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserExecute;
    private readonly ToolMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    private string Write(string file, string text, UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite) =>
        _machine.Scratch.CreateFile($"machine/home/{file}", text, mode);

    [Fact]
    public async Task Each_setting_is_shown_with_who_set_it()
    {
        var go = _machine.AddSdk("1.23.4");
        go.Write("go.env", "GOPROXY=https://proxy.golang.org,direct\nGOSUMDB=sum.golang.org\nGOTOOLCHAIN=auto\n");
        var userFile = Write(".config/go/env", "GOSUMDB=off\nGOFLAGS=-mod=mod\r\n");
        var profile = Write(".profile", "export GOPRIVATE=example.com\nexport GOROOT=/no/such/go\n");
        _machine.Variables["GOPRIVATE"] = "example.com";

        var run = (await _machine.RunAsync("env", "explain")).Ended(0);

        Assert.Empty(run.Error);
        Assert.StartsWith($"As Go 1.23.4 in {go.Root} sees it:\n", run.Out, StringComparison.Ordinal);
        Assert.Matches($@"\nGOPRIVATE +environment +example\.com +{Regex.Escape(profile)}:1 \(bash and sh at login\)\n", run.Out);
        Assert.Matches(
            $@"\nGOSUMDB +go/env +off +{Regex.Escape(userFile)}:1 hides {Regex.Escape(go.Root)}/go\.env:2: sum\.golang\.org\n",
            run.Out
        );
        Assert.Matches($@"\nGOPROXY +go\.env +https://proxy\.golang\.org,direct +{Regex.Escape(go.Root)}/go\.env:1\n", run.Out);
        Assert.Contains("Line 2: it ends with a carriage return", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            $"{profile}:2 sets GOROOT to /no/such/go, which does not exist; it is read by bash and sh at login.",
            run.Out,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain('\r', run.Out);
        Assert.DoesNotContain("GOVCS", run.Out, StringComparison.Ordinal);
        Assert.Contains("\nGOVCS ", (await _machine.RunAsync("env", "explain", "--all")).Ended(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_is_shown_with_the_file_that_runs_and_the_one_that_is_hidden()
    {
        var installed = Write("go/bin/gopls", "#!/bin/sh\n", Executable);
        var hiding = _machine.Scratch.CreateFile("machine/bin/gopls", "#!/bin/sh\n", Executable);
        _machine.Variables["PATH"] += $":{_machine.Home}/go/bin";

        var run = (await _machine.RunAsync("env", "explain", "--tool", "gopls")).Ended(0);

        Assert.Matches(
            $@"\ngopls +{Regex.Escape(hiding)} +`go install` writes {Regex.Escape(installed)}, but {Regex.Escape(hiding)} comes earlier on PATH\.\n",
            run.Out
        );
        Assert.Contains($"It writes to {_machine.Home}/go/bin (GOPATH), which is on PATH.", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("VARIABLE", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_works_where_no_go_does()
    {
        Write(".config/go/env", "GOROOT=/no/such/go\n");

        var answer = (await _machine.RunAsync("env", "explain", "--json")).Ended(0).Json;

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("goRoot").ValueKind);
        Assert.Contains(
            answer.GetProperty("remarks").EnumerateArray(),
            r => r.GetString()!.Contains("no `go` command works", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Places_are_tried_and_left_as_they_were()
    {
        var run = (await _machine.RunAsync("env", "places")).Ended(0);

        Assert.Matches($@"\n{Regex.Escape(_machine.Home)} +home +usable ", run.Out);
        Assert.Matches($@"\n{Regex.Escape(_machine.Home)}/\.cache/go-build +GOCACHE +creatable ", run.Out);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_machine.Home));
    }

    [Fact]
    public async Task Tables_fit_a_terminal_of_80_columns_but_for_paths()
    {
        _machine.AddSdk("1.23.4");
        using var process = _machine.StartOnTerminal("env", "explain");

        var run = (await ToolMachine.EndAsync(process)).Ended(0);

        foreach (var line in run.Out.Replace("\r", "", StringComparison.Ordinal).Split('\n').Select(l => Escape().Replace(l, "")))
        {
            Assert.True(line.Length <= 80 || line.Contains('/', StringComparison.Ordinal), line);
        }
    }

    [Fact]
    public async Task Wrong_usage_of_a_command_below_env_leads_on()
    {
        Assert.Contains("`gotoolchain env --help`", (await _machine.RunAsync("env", "explian")).Ended(64).Error, StringComparison.Ordinal);
        Assert.Contains(
            "`gotoolchain env explain`",
            (await _machine.RunAsync("env", "explain", "--nonsense")).Ended(64).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_documents_of_the_page_have_the_members_that_the_tool_writes()
    {
        _machine.AddSdk("1.23.4").Write("go.env", "GOPROXY=direct\nbroken\n");
        Write(".config/go/env", "broken\nGOPROXY=off\n");
        Write(".profile", "export GOPROXY=direct\nexport GOBIN=/b\neval \"$(mise activate)\"\n");
        _machine.Variables["GOPROXY"] = "direct";

        var page = await File.ReadAllTextAsync(RepositoryRoot.File("docs", "environment.md"), TestContext.Current.CancellationToken);
        var documented = JsonInPage()
            .Matches(page.ReplaceLineEndings("\n"))
            .Select(m => Members(JsonDocument.Parse(m.Groups[1].Value).RootElement));

        Assert.Equal(
            [
                Members((await _machine.RunAsync("env", "explain", "--json")).Ended(0).Json),
                Members((await _machine.RunAsync("env", "places", "--json")).Ended(0).Json),
            ],
            documented
        );
    }

    // Names, at any depth, in order; a list shows the first element that has any.
    private static string Members(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => $"{{{string.Join(", ", value.EnumerateObject().Select(p => p.Name))}}}"
                + string.Concat(value.EnumerateObject().Select(p => Members(p.Value))),
            JsonValueKind.Array => value.EnumerateArray().Select(Members).MaxBy(m => m.Length) ?? "",
            _ => "",
        };

    [GeneratedRegex("```json\n(.+?)```", RegexOptions.Singleline)]
    private static partial Regex JsonInPage();

    [GeneratedRegex("\u001b\\[[0-9;?]*[a-zA-Z]")]
    private static partial Regex Escape();
}
