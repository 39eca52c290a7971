using System.Diagnostics;
using GoToolchain.Fixtures;
using GoToolchain.Testing;
using GoToolchain.Tool.Tests.Running;

namespace GoToolchain.Tool.Tests;

public sealed class CancelTests : IAsyncDisposable
{
    private readonly ToolMachine _machine = new();
    private readonly FakeGoMirror _mirror = new();
    private readonly byte[] _archive;

    public CancelTests()
    {
        _archive = ReleaseArchive.For(ReleaseArchive.Entries(SyntheticGoRoot.Create(_machine.Scratch["model"], "1.97.3").Root));
        _machine.Variables["GOTC_MIRROR"] = _mirror.Url;
    }

    public async ValueTask DisposeAsync()
    {
        await _mirror.DisposeAsync();
        _machine.Dispose();
    }

    [Theory]
    [InlineData(Signals.Interrupt)]
    [InlineData(Signals.Terminate)]
    public async Task A_stalled_download_ends_at_once_with_130_and_leaves_no_toolchain(int signal)
    {
        var archive = _mirror.AddRelease("1.97.3", _archive);
        _mirror.Fail(archive, new MirrorFault { StallAfter = _archive.Length / 2, Times = 1 });
        using var process = _machine.Start("install", "1.97.3");
        await UntilAsync(() => _mirror.Count(archive) > 0);

        Signals.Send(process.Id, signal);
        var clock = Stopwatch.StartNew();
        var run = (await ToolMachine.EndAsync(process)).Ended(130);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"It took {clock.Elapsed} to end.");
        Assert.Empty(run.Out);
        Assert.Contains("error GOTC2011: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(Below("toolchains"));
        Assert.Empty(Below("staging"));

        // And the next run is none the worse for it.
        (await _machine.RunAsync("install", "1.97.3")).Ended(0);
    }

    [Fact]
    public async Task A_server_that_never_answers_can_be_left_too_and_json_says_so()
    {
        _mirror.Fail(FakeGoMirror.IndexPath, new MirrorFault { StallAfter = 0 });
        _mirror.AddRelease("1.97.3", _archive);
        using var process = _machine.Start("install", "1.97.3", "--json");
        await UntilAsync(() => _mirror.Requests.Count > 0);

        Signals.Send(process.Id, Signals.Interrupt);

        var run = (await ToolMachine.EndAsync(process)).Ended(130);
        Assert.Equal("GOTC2011", run.Json.GetProperty("error").GetProperty("code").GetString());
    }

    private string[] Below(string directory) =>
        Directory.Exists(Path.Combine(_machine.Store, directory))
            ? Directory.GetFileSystemEntries(Path.Combine(_machine.Store, directory))
            : [];

    private static async Task UntilAsync(Func<bool> happened)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!happened())
        {
            await Task.Delay(20, patience.Token);
        }

        // The signal has to meet the tool while it reads the body, not while it opens the connection.
        await Task.Delay(200, patience.Token);
    }
}
