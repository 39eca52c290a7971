using GoToolchain.Fixtures;
using GoToolchain.Testing;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

/// <summary>That nothing is asked is what the operating system says, not a fake of ours.</summary>
public sealed class OfflineTests : IAsyncDisposable
{
    private readonly ToolMachine _machine = new();
    private readonly FakeGoMirror _mirror = new();

    public async ValueTask DisposeAsync()
    {
        await _mirror.DisposeAsync();
        _machine.Dispose();
    }

    [Fact]
    public async Task Offline_no_command_opens_a_socket()
    {
        var strace = HostMachine.Detect().FindOnPath("strace");
        Assert.SkipWhen(strace is null, "strace is missing: nobody can say which sockets are opened.");
        var model = SyntheticGoRoot.Create(_machine.Scratch["model"], "1.97.3").Root;
        _mirror.AddRelease("1.97.3", ReleaseArchive.For(ReleaseArchive.Entries(model)));
        _machine.Declare("gotoolchain.json", $$"""{ "version": "1.97", "mirror": "{{_mirror.Url}}" }""");
        // The same eyes see the socket of a download, or they would see nothing at all.
        Assert.NotEmpty(await SocketsAsync(strace, 0, "lock"));
        Assert.NotEmpty(await SocketsAsync(strace, 0, "install"));
        (await _machine.RunAsync("uninstall", "1.97")).Ended(0);

        // From the archive of the earlier download, which the lock file pins.
        Assert.Empty(await SocketsAsync(strace, 0, "install", "--offline"));
        Assert.Empty(await SocketsAsync(strace, 0, "where", "--offline"));
        Assert.Empty(await SocketsAsync(strace, 0, "link", "go", "--offline"));
        Assert.Empty(await SocketsAsync(strace, 1, "install", "1.96", "--offline"));
        File.Delete(Path.Combine(_machine.Project, "gotoolchain.lock.json"));
        Assert.Empty(
            await SocketsAsync(strace, 4, "install", "1.96", "--offline", "--source", "go.dev", "--source", "apt", "--source", "nuget")
        );
        Assert.Empty(await SocketsAsync(strace, 4, "releases", "--offline"));
    }

    private async Task<string[]> SocketsAsync(string strace, int exitCode, params string[] arguments)
    {
        var log = _machine.Scratch["strace.log"];
        var start = _machine.Prepare([strace, "-f", "-qq", "-e", "trace=socket,connect", "-o", log], arguments);
        using var process = System.Diagnostics.Process.Start(start)!;
        process.StandardInput.Close();
        (await ToolMachine.EndAsync(process)).Ended(exitCode);
        // A socket of the machine itself (AF_UNIX, AF_NETLINK) reaches nobody.
        return [.. (await File.ReadAllLinesAsync(log)).Where(l => l.Contains("AF_INET", StringComparison.Ordinal))];
    }
}
