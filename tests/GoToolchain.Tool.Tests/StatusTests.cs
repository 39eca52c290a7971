using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

/// <summary><c>gotoolchain</c> alone.</summary>
public sealed class StatusTests : IDisposable
{
    private readonly ToolMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task An_empty_machine_is_told_what_to_do()
    {
        // Whatever Go the real machine has in /usr/local/go.
        _machine.Variables["GOTC_PREFERENCE"] = "only-managed";

        var run = (await _machine.RunAsync()).Ended(0);

        Assert.Empty(run.Error);
        Assert.Contains("says which Go is wanted", run.Out, StringComparison.Ordinal);
        Assert.Contains("`gotoolchain install` gets one.", run.Out, StringComparison.Ordinal);
        Assert.Contains("`gotoolchain --help` lists the commands.", run.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_machine.Store), "Looking has made a store.");
    }

    [Fact]
    public async Task The_project_its_Go_and_what_else_is_here_are_on_one_screen()
    {
        _machine.Declare("go.mod", "module example.com/m\n\ngo 1.21\n\ntoolchain go1.96.1\n");
        var go = _machine.AddSdk("1.96.1");
        _machine.AddSdk("1.95.2");
        await File.WriteAllTextAsync(Path.Combine(_machine.Home, ".bashrc"), "", TestContext.Current.CancellationToken);
        (await _machine.RunAsync("env", "install", "--shell", "bash")).Ended(0);

        var run = (await _machine.RunAsync()).Ended(0);
        var answer = (await _machine.RunAsync("--json")).Ended(0).Json;

        Assert.Contains("wants go1.96.1 (", run.Out, StringComparison.Ordinal);
        Assert.Contains($"1.96.1 in {go.Root}", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"\nothers      .*1\.95\.2", run.Out);
        Assert.Contains($"shells      {_machine.Home}/.profile\n            {_machine.Home}/.bashrc\n", run.Out, StringComparison.Ordinal);
        Assert.True(run.Out.Split('\n').Length <= 24, run.Out);
        Assert.Equal(go.Root, answer.GetProperty("used").GetProperty("root").GetString());
        Assert.Equal("go1.96.1", answer.GetProperty("spec").GetString());
        Assert.True(answer.GetProperty("candidates").GetInt32() >= 2);
        Assert.NotEqual(0, answer.GetProperty("health").GetProperty("errors").GetInt32());
    }

    [Fact]
    public async Task A_broken_block_in_a_start_up_file_is_said_and_hides_nothing_else()
    {
        _machine.AddSdk("1.96.1");
        await File.WriteAllTextAsync(
            Path.Combine(_machine.Home, ".bashrc"),
            "# >>> gotoolchain >>>\nexport PATH\n",
            TestContext.Current.CancellationToken
        );

        var run = (await _machine.RunAsync()).Ended(0);

        Assert.Contains("1.96.1 in ", run.Out, StringComparison.Ordinal);
        Assert.Contains($"{_machine.Home}/.bashrc", run.Out, StringComparison.Ordinal);
    }
}
