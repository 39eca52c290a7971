using GoToolchain.Fixtures;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

public sealed class RealGoTests : IDisposable
{
    private readonly ToolMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task An_installed_go_is_found_listed_and_run()
    {
        var go = await TestGo.EnsureAsync("1.19");
        _machine.Variables["GOTC_STORE"] = TestGo.Store;
        _machine.Variables["GOTC_PREFERENCE"] = "only-managed";

        var where = (await _machine.RunAsync("where", "1.19")).Ended(0);
        var list = (await _machine.RunAsync("list", "--json")).Ended(0).Json;
        var version = (await _machine.RunAsync("exec", "1.19", "--offline", "--", "go", "version")).Ended(0);
        var root = (await _machine.RunAsync("exec", "1.19", "--offline", "--", "go", "env", "GOROOT")).Ended(0);

        Assert.Equal(go.Root + "\n", where.Out);
        Assert.Contains(list.GetProperty("candidates").EnumerateArray(), c => c.GetProperty("root").GetString() == go.Root);
        Assert.Equal($"go version go{go.Version} {go.Platform}\n", version.Out);
        Assert.Equal(go.Root + "\n", root.Out);
    }

    [Fact]
    public async Task The_exit_code_and_the_messages_of_a_failing_build_are_those_of_go()
    {
        await TestGo.EnsureAsync("1.19");
        _machine.Variables["GOTC_STORE"] = TestGo.Store;
        _machine.Variables["GOTC_PREFERENCE"] = "only-managed";
        _machine.Declare("go.mod", "module broken\n\ngo 1.19\n");
        _machine.Declare("main.go", "package main\n\nfunc main() { undefined() }\n");

        var run = (await _machine.RunAsync("exec", "1.19", "--offline", "--", "go", "vet", "./...")).Ended(2);

        Assert.Contains("main.go:3:", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("GOTC", run.Error, StringComparison.Ordinal);
    }
}
