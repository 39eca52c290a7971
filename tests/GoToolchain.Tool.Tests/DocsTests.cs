using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using GoToolchain.Fixtures;
using GoToolchain.Testing;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

public sealed partial class DocsTests : IDisposable
{
    private readonly ToolMachine _machine = new();
    private readonly string _page = File.ReadAllText(RepositoryRoot.File("docs", "cli.md")).ReplaceLineEndings("\n");

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task The_page_describes_exactly_the_commands_that_help_lists()
    {
        var help = (await _machine.RunAsync("--help")).Ended(0).Out;
        var commands = CommandInHelp().Matches(Section(help, "Commands:\n", "\n\n")).Select(m => m.Groups[1].Value);

        Assert.Equal(commands, CommandInPage().Matches(Section(_page, "## Commands\n", "\n## ")).Select(m => m.Groups[1].Value));
    }

    [Fact]
    public void The_page_has_the_exit_codes_of_the_tool()
    {
        var rows = ExitCodeInPage()
            .Matches(Section(_page, "## Exit codes\n", "\n## "))
            .Select(m => (int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), m.Groups[2].Value));

        Assert.Equal(ExitCodes.All, rows);
    }

    [Fact]
    public void Every_error_of_the_library_ends_with_an_exit_code_of_the_table()
    {
        Assert.All(GoErrorCodes.All, code => Assert.Contains(ExitCodes.All, row => row.Code == code.ExitCode));
    }

    [Fact]
    public async Task The_documents_of_the_page_have_the_members_that_the_tool_writes()
    {
        var git = HostMachine.Detect().FindOnPath("git");
        Assert.SkipWhen(git is null, "git is missing: `inspect` has no commit to show.");
        await using var mirror = new FakeGoMirror();
        var model = SyntheticGoRoot.Create(_machine.Scratch["model"], "1.97.3").Root;
        mirror.AddRelease("1.97.3", ReleaseArchive.For(ReleaseArchive.Entries(model)));
        await File.WriteAllTextAsync(
            Path.Combine(Directory.CreateDirectory(Path.Combine(model, "api")).FullName, "go1.txt"),
            "",
            TestContext.Current.CancellationToken
        );
        mirror.AddToolchain("1.97.3", ReleaseArchive.Entries(model));
        _machine.Variables["GOSUMDB"] = mirror.ChecksumDatabase;
        _machine.Variables["GOTC_MIRROR"] = mirror.Url;
        _machine.Variables["GOTC_SOURCES"] = $"mirror;{_machine.Scratch.CreateDirectory("empty")}";
        _machine.AddSdk("1.96.1");
        var source = new GoProgram(_machine.Scratch);
        await source.CommitAsync(git);
        var program = await source.BuildAsync(await TestGo.EnsureAsync("1.23"), GoPlatform.Host, "-buildvcs=true", "-ldflags=-s -w");

        // A lock file forbids what it does not pin, so it goes again.
        var locked = (await _machine.RunAsync("lock", "1.97", "--json")).Ended(0).Json;
        File.Delete(Path.Combine(_machine.Project, GoLockFile.Name));
        JsonElement[] written =
        [
            (await _machine.RunAsync("install", "1.97", "--json")).Ended(0).Json,
            (await _machine.RunAsync("list", "--json")).Ended(0).Json,
            (await _machine.RunAsync("releases", "--json")).Ended(0).Json,
            (await _machine.RunAsync("inspect", program, "--json")).Ended(0).Json,
            (await _machine.RunAsync("pack", "1.97", "--output", "out", "--json")).Ended(0).Json,
            locked,
            (await _machine.RunAsync("uninstall", "1.97", "--json")).Ended(0).Json,
            (await _machine.RunAsync("verify", "--log", model, "--json")).Ended(0).Json,
            (await _machine.RunAsync("link", "go", "1.97", "--json")).Ended(0).Json,
            (await _machine.RunAsync("prune", "--json")).Ended(0).Json,
            (await _machine.RunAsync("where", "1.99", "--json")).Ended(2).Json,
        ];

        Assert.Equal(
            written.Select(JsonShape.Of),
            JsonInPage().Matches(_page).Select(m => JsonShape.Of(JsonDocument.Parse(m.Groups[1].Value).RootElement))
        );
    }

    private static string Section(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("```json\n(.+?)```", RegexOptions.Singleline)]
    private static partial Regex JsonInPage();

    [GeneratedRegex("^  ([a-z]+)", RegexOptions.Multiline)]
    private static partial Regex CommandInHelp();

    [GeneratedRegex("^### ([a-z]+)$", RegexOptions.Multiline)]
    private static partial Regex CommandInPage();

    [GeneratedRegex(@"^\| (\d+) \| (.+) \|$", RegexOptions.Multiline)]
    private static partial Regex ExitCodeInPage();
}
