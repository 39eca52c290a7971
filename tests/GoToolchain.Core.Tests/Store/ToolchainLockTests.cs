using GoToolchain.Fixtures;
using GoToolchain.Store;

namespace GoToolchain.Core.Tests.Store;

public sealed class ToolchainLockTests : IDisposable
{
    private readonly ScratchDirectory _directory = new();
    private readonly HostMachine _host;
    private readonly StoreLayout _layout;

    public ToolchainLockTests()
    {
        _host = SandboxMachine.In(_directory);
        _layout = new StoreLayout(_directory["store"]);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_one_holds_it_and_the_next_gets_it_afterwards()
    {
        var first = await AcquireAsync(TimeSpan.Zero);
        Assert.Null(ToolchainLock.TryAcquire(_layout, "go1", _host));
        var second = AcquireAsync(TimeSpan.FromSeconds(30));
        await Task.Delay(100, Cancel);
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task Who_waits_too_long_is_told_who_holds_it_and_what_to_do()
    {
        using var first = await AcquireAsync(TimeSpan.Zero);
        var e = await Assert.ThrowsAsync<GoToolchainException>(() => AcquireAsync(TimeSpan.FromMilliseconds(50)));
        Assert.Equal(GoErrorCodes.LockTimeout, e.Code);
        Assert.Equal(6, e.Code.ExitCode);
        Assert.Contains($"process {Environment.ProcessId}", e.Message, StringComparison.Ordinal);
        Assert.Contains("GOTC_LOCK_TIMEOUT", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_is_told_once_for_whom()
    {
        var told = new List<string>();
        var first = await AcquireAsync(TimeSpan.Zero);
        var second = ToolchainLock.AcquireAsync(_layout, "go1", _host, TimeSpan.FromSeconds(30), told.Add, Cancel);
        await Task.Delay(200, Cancel);
        first.Dispose();
        (await second).Dispose();
        Assert.Contains(Environment.ProcessId.ToString(provider: null), Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        using var first = await AcquireAsync(TimeSpan.Zero);
        using var cancel = new CancellationTokenSource(50);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            ToolchainLock.AcquireAsync(_layout, "go1", _host, TimeSpan.FromMinutes(5), null, cancel.Token)
        );
    }

    [Fact]
    public async Task Other_names_are_free()
    {
        using var first = await AcquireAsync(TimeSpan.Zero);
        using var other = ToolchainLock.TryAcquire(_layout, "go2", _host);
        Assert.NotNull(other);
    }

    [Fact]
    public async Task A_file_in_place_of_the_store_is_a_clear_error()
    {
        await File.WriteAllTextAsync(_layout.Directory, "", Cancel);
        var e = await Assert.ThrowsAsync<GoToolchainException>(() => AcquireAsync(TimeSpan.Zero));
        Assert.Equal(GoErrorCodes.StoreNotWritable, e.Code);
        Assert.Equal(7, e.Code.ExitCode);
    }

    public void Dispose() => _directory.Dispose();

    private Task<ToolchainLock> AcquireAsync(TimeSpan timeout) => ToolchainLock.AcquireAsync(_layout, "go1", _host, timeout, null, Cancel);
}
