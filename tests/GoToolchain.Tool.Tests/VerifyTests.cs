using GoToolchain.Fixtures;
using GoToolchain.Testing;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

public sealed class VerifyTests : IAsyncDisposable
{
    private readonly ToolMachine _machine = new();
    private readonly FakeGoMirror _mirror = new();
    private readonly SyntheticGoRoot _go;

    public VerifyTests()
    {
        _go = _machine.AddSdk("1.97.3");
        _mirror.AddToolchain(
            "1.97.3",
            ReleaseArchive.Entries(_go.Root).Where(e => !e.Name.EndsWith(".unpacked-success", StringComparison.Ordinal))
        );
        _machine.Variables["GOPROXY"] = _mirror.ModuleProxyUrl;
        _machine.Variables["GOSUMDB"] = _mirror.ChecksumDatabase;
    }

    public async ValueTask DisposeAsync()
    {
        await _mirror.DisposeAsync();
        _machine.Dispose();
    }

    [Fact]
    public async Task A_Go_that_something_else_has_installed_is_proved()
    {
        var run = (await _machine.RunAsync("verify", "--log", _go.Root)).Ended(0);

        Assert.StartsWith($"proved: {_go.Root}\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("as it was published, byte for byte", run.Out, StringComparison.Ordinal);
        Assert.Contains("fake.sum.test, record 0 of 1", run.Out, StringComparison.Ordinal);
        Assert.Contains(".unpacked-success, permissions", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_changed_byte_is_exit_code_1()
    {
        _go.Write("src/fmt/print.go", "package fmU\n");

        var run = (await _machine.RunAsync("verify", "--log", "1.97", "--json")).Ended(1);

        Assert.Equal("differs", run.Json.GetProperty("verdict").GetString());
        Assert.NotEqual(run.Json.GetProperty("hash").GetString(), run.Json.GetProperty("loggedHash").GetString());
    }

    [Fact]
    public async Task Offline_the_hash_is_printed_and_what_is_missing_is_said()
    {
        var run = (await _machine.RunAsync("verify", "--log", "--offline")).Ended(4);

        Assert.StartsWith($"not-checked: {_go.Root}\n", run.Out, StringComparison.Ordinal);
        Assert.Matches("hash +h1:.{43}=\n", run.Out);
        Assert.Contains("the settings say offline", run.Out, StringComparison.Ordinal);
        Assert.Contains("Go online once", run.Error, StringComparison.Ordinal);
        Assert.Empty(_mirror.Requests);
    }

    [Fact]
    public async Task A_database_that_proves_nothing_is_exit_code_5()
    {
        _mirror.Fail("/sumdb/tile/8/0/000.p/1", new MirrorFault { FlipByteAt = 0 });

        var run = (await _machine.RunAsync("verify", "--log", "--json")).Ended(5);

        Assert.Equal("GOTC2021", run.Json.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task What_is_installed_from_a_module_proxy_is_listed_as_proved_and_satisfies_what_is_required()
    {
        var installed = (await _machine.RunAsync("install", "1.97", "--require-trust", "log-proved", "--source", "proxy")).Ended(0);

        var list = (await _machine.RunAsync("list")).Ended(0);
        var where = (await _machine.RunAsync("where", "--require-trust", "log-proved")).Ended(0);
        var tooMuch = (await _machine.RunAsync("where", "path:" + _go.Root, "--require-trust", "signed")).Ended(4);

        Assert.Contains(
            list.Out.Split('\n'),
            row => row.Contains(installed.Out.TrimEnd(), StringComparison.Ordinal) && row.Contains(" log-proved", StringComparison.Ordinal)
        );
        Assert.Equal(installed.Out, where.Out);
        Assert.Contains("GOTC2020", tooMuch.Error, StringComparison.Ordinal);
    }
}
