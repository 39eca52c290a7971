using GoToolchain.Fixtures;
using GoToolchain.Testing;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

public sealed class StoreCommandTests : IAsyncDisposable
{
    private readonly ToolMachine _machine = new();
    private readonly FakeGoMirror _mirror = new();

    public StoreCommandTests()
    {
        _machine.Variables["GOTC_MIRROR"] = _mirror.Url;
        foreach (var version in (string[])["1.96.1", "1.97.3"])
        {
            _mirror.AddRelease(
                version,
                ReleaseArchive.For(ReleaseArchive.Entries(SyntheticGoRoot.Create(_machine.Scratch["model", version], version).Root))
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _mirror.DisposeAsync();
        _machine.Dispose();
    }

    [Fact]
    public async Task A_link_is_relative_to_where_the_command_runs_and_keeps_its_Go_from_prune_and_uninstall()
    {
        var linked = (await _machine.RunAsync("link", "go", "1.96")).Ended(0).Out.TrimEnd();
        var newer = (await _machine.RunAsync("install", "1.97", "--lean")).Ended(0).Out.TrimEnd();

        var link = Path.Combine(_machine.Project, "go");
        Assert.Equal(linked, new DirectoryInfo(link).LinkTarget);
        Assert.Contains(link, (await _machine.RunAsync("uninstall", "1.96")).Ended(7).Error, StringComparison.Ordinal);
        var dry = (await _machine.RunAsync("prune", "--keep", "0", "--dry-run", "--json")).Ended(0).Json;
        Assert.True(dry.GetProperty("dryRun").GetBoolean());
        Assert.Equal(
            [newer],
            dry.GetProperty("toolchains")
                .EnumerateArray()
                .Where(t => t.GetProperty("removed").GetBoolean())
                .Select(t => t.GetProperty("root").GetString())
        );
        var run = (await _machine.RunAsync("prune", "--keep", "0")).Ended(0);
        Assert.Equal(newer + "\n", run.Out);
        Assert.Contains($"kept: {linked} (the link {link} leads to it)", run.Error, StringComparison.Ordinal);

        var moved = (await _machine.RunAsync("link", link, "1.97", "--json")).Ended(0).Json;
        Assert.Equal(link, moved.GetProperty("link").GetString());
        Assert.Equal(newer, new DirectoryInfo(link).LinkTarget);
    }

    [Theory]
    [InlineData("prune", "--older-than", "30")]
    [InlineData("prune", "--older-than", "1y")]
    [InlineData("prune", "--keep", "-1")]
    [InlineData("link")]
    public async Task What_cannot_be_meant_is_wrong_usage(params string[] arguments) =>
        Assert.NotEmpty((await _machine.RunAsync(arguments)).Ended(64).Error);
}
