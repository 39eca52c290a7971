using GoToolchain.Fixtures;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

public sealed class ListTests : IDisposable
{
    private readonly ToolMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task Every_candidate_has_a_row_and_the_one_that_would_be_used_is_marked()
    {
        var used = _machine.AddSdk("1.97.3");
        var old = _machine.AddSdk("1.3.2");
        var broken = _machine.AddSdk("1.98.1");
        broken.Remove("src");
        _machine.Declare("go.mod", "module m\n\ngo 1.97\n");

        var run = (await _machine.RunAsync("list")).Ended(0);

        var rows = run.Out.TrimEnd('\n').Split('\n');
        Assert.Matches(@"^ +VERSION +ROOT +ORIGIN +VERDICT +TRUST +WHY NOT$", rows[0]);
        Assert.Matches(@"^\*  1\.97\.3 ", Row(used));
        Assert.Matches(@"^   1\.3\.2 .*usable .*it is 1\.3\.2, and >=1\.97 is wanted", Row(old));
        Assert.Matches(@"^   1\.98\.1 .*incomplete .*src", Row(broken));
        Assert.Contains("go.mod:3", run.Error, StringComparison.Ordinal);
        Assert.Single(rows, row => row.StartsWith('*'));

        // Aligned: the paths of all rows begin below their header.
        var column = rows[0].IndexOf("ROOT", StringComparison.Ordinal);
        Assert.All(rows[1..], row => Assert.Equal('/', row[column]));

        string Row(SyntheticGoRoot go) => Assert.Single(rows, row => row.Contains(go.Root + " ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_has_the_verdict_and_the_reason_of_each()
    {
        var used = _machine.AddSdk("1.97.3");
        var second = SyntheticGoRoot.Create(Path.Combine(_machine.Home, "go-sdk"), "1.96.2");
        _machine.Declare(".go-version", "1.97.3\n");

        var answer = (await _machine.RunAsync("list", "--json")).Ended(0).Json;

        Assert.Equal("1.97.3", answer.GetProperty("spec").GetString());
        Assert.Equal(used.Root, answer.GetProperty("used").GetString());
        var candidates = answer.GetProperty("candidates").EnumerateArray().ToDictionary(c => c.GetProperty("root").GetString()!);
        Assert.True(candidates[used.Root].GetProperty("used").GetBoolean());
        Assert.Equal("go-dl", candidates[used.Root].GetProperty("found")[0].GetProperty("origin").GetString());
        Assert.False(candidates[second.Root].GetProperty("used").GetBoolean());
        Assert.Equal("usable", candidates[second.Root].GetProperty("verdict").GetString());
        Assert.Contains("1.96.2", candidates[second.Root].GetProperty("whyNot").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_a_pipe_nor_NO_COLOR_sees_an_escape_sequence()
    {
        _machine.AddSdk("1.97.3");
        _machine.Variables["TERM"] = "xterm-256color";

        var run = (await _machine.RunAsync("list")).Ended(0);

        Assert.DoesNotContain('\e', run.Out + run.Error);
    }
}
