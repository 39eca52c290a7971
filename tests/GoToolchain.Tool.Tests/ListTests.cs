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

    [Fact]
    public async Task What_a_shim_on_PATH_leads_to_is_in_the_document_and_in_the_table()
    {
        var shims = Path.Combine(_machine.Home, ".goenv", "shims");
        var shim = Path.Combine(shims, "go");
        Directory.CreateDirectory(shims);
        await File.WriteAllTextAsync(
            shim,
            $"#!/usr/bin/env bash\nexport GOENV_ROOT=\"{_machine.Home}/.goenv\"\nexec goenv exec go\n",
            TestContext.Current.CancellationToken
        );
        var go = SyntheticGoRoot.Create(Path.Combine(_machine.Home, ".goenv", "versions", "1.97.3"), "1.97.3");
        SyntheticGoRoot.Create(Path.Combine(_machine.Home, ".goenv", "versions", "1.98.1"), "1.98.1");
        _machine.Declare(".go-version", "1.97.3\n");
        _machine.Variables["PATH"] = shims;

        var answer = (await _machine.RunAsync("list", "--json")).Ended(0).Json;
        var table = (await _machine.RunAsync("list")).Ended(0).Out;

        var candidates = answer.GetProperty("candidates").EnumerateArray().ToDictionary(c => c.GetProperty("root").GetString()!);
        Assert.Equal("launcher", candidates[shim].GetProperty("verdict").GetString());
        Assert.Equal(go.Root, candidates[shim].GetProperty("leadsTo").GetString());
        Assert.Equal(
            [("search-path", shim), ("goenv", go.Root)],
            candidates[go.Root]
                .GetProperty("found")
                .EnumerateArray()
                .Select(f => (f.GetProperty("origin").GetString()!, f.GetProperty("path").GetString()!))
        );
        Assert.Contains(
            $"is a shim of goenv; {_machine.Project}/.go-version:1 chooses 1.97.3, so it starts the one in {go.Root}.",
            table,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_tree_with_many_origins_keeps_its_row_within_a_terminal()
    {
        var go = _machine.AddSdk("1.97.3");
        string[] places =
        [
            ".goenv/versions/1.97.3",
            ".asdf/installs/golang/1.97.3/go",
            ".g/versions/1.97.3",
            ".gvm/gos/go1.97.3",
            ".local/go",
        ];
        foreach (var link in places.Select(place => Path.Combine(_machine.Home, place)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(link)!);
            File.CreateSymbolicLink(link, go.Root);
        }

        using var process = _machine.StartOnTerminal("list");
        var screen = (await ToolMachine.EndAsync(process)).Ended(0).Out;
        var full = (await _machine.RunAsync("list")).Ended(0).Out;

        var lines = System
            .Text.RegularExpressions.Regex.Replace(screen, @"\e(\[[0-9;?]*[a-z]|[=>])", "")
            .Split('\n')
            .Select(line => line.TrimEnd('\r'))
            .ToArray();
        var header = Assert.Single(lines, line => line.Contains("VERSION", StringComparison.Ordinal));
        var row = Assert.Single(lines, line => line.StartsWith("*  1.97.3", StringComparison.Ordinal));
        Assert.InRange(row.Length, 1, 80);
        Assert.Contains("golang.org/dl, home +4", row, StringComparison.Ordinal);
        Assert.Equal(header.IndexOf("VERDICT", StringComparison.Ordinal), row.IndexOf("usable", StringComparison.Ordinal));
        Assert.Contains("golang.org/dl, home, goenv, gvm, voidint/g, asdf", full, StringComparison.Ordinal);
    }
}
