using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

public sealed class HelpTests : IDisposable
{
    private readonly ToolMachine _machine = new();

    public static TheoryData<string> Commands =>
        [
            "setup",
            "where",
            "list",
            "releases",
            "install",
            "uninstall",
            "prune",
            "link",
            "lock",
            "pack",
            "doctor",
            "verify",
            "repair",
            "recover",
            "snapshot",
            "snapshot create",
            "snapshot list",
            "snapshot restore",
            "snapshot prune",
            "snapshot drill",
            "watch",
            "inspect",
            "env",
            "env install",
            "env remove",
            "env explain",
            "env places",
            "exec",
            "completion",
        ];

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Help_shows_every_command_setting_and_exit_code()
    {
        var run = (await _machine.RunAsync("--help")).Ended(0);

        Assert.Empty(run.Error);
        Snapshot.Matches(run.Out, "help.txt");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_of_a_command_shows_what_it_does_with_examples(string command)
    {
        var run = (await _machine.RunAsync([.. command.Split(' '), "--help"])).Ended(0);

        Assert.Empty(run.Error);
        Snapshot.Matches(run.Out, $"help-{command.Replace(' ', '-')}.txt");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_fits_a_terminal_of_80_columns(string command)
    {
        var run = (await _machine.RunAsync([.. command.Split(' '), "-h"])).Ended(0);

        Assert.All(run.Out.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public async Task The_version_is_one_line_that_parses()
    {
        var run = (await _machine.RunAsync("--version")).Ended(0);

        Assert.True(Version.TryParse(run.Out.TrimEnd('\n'), out _), run.Out);
    }
}
