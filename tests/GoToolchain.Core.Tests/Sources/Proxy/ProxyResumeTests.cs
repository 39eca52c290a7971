using System.Security.Cryptography;
using GoToolchain.Testing;

namespace GoToolchain.Core.Tests.Sources.Proxy;

public sealed class ProxyResumeTests : ProxyTest
{
    private string Partial => Scratch[$"store/downloads/{Path.GetFileName(Zip)}.partial"];

    [Fact]
    public async Task A_cut_in_ten_places_costs_only_the_missing_bytes()
    {
        var length = (await ZipAsync()).Length;
        var step = length / 11;
        for (var i = 0; i < 10; i++)
        {
            Mirror.Fail(Zip, new MirrorFault { CutAfter = step, Times = 1 });
        }

        var go = await Manager().InstallAsync(cancel: Cancel);

        Assert.Equal(GoTrust.LogProved, go.Trust);
        var starts = Mirror.Requests.Where(r => r.Path == Zip).Skip(1).Select(r => r.RangeStart ?? 0).ToList();
        Assert.Equal(Enumerable.Range(0, 11).Select(i => (long)i * step), starts);
        Assert.Empty(Directory.GetFiles(Scratch["store/downloads"]));
    }

    [Fact]
    public async Task The_next_install_goes_on_where_the_last_one_was_cut()
    {
        await LeavePartialAsync(3_000);

        Assert.Equal(GoTrust.LogProved, (await Manager().InstallAsync(cancel: Cancel)).Trust);

        Assert.Equal(3_000, Mirror.Requests.Last(r => r.Path == Zip).RangeStart);
        Assert.Empty(Directory.GetFiles(Scratch["store/downloads"]));
    }

    [Fact]
    public async Task What_another_proxy_sent_is_not_gone_on_with()
    {
        await LeavePartialAsync(3_000);
        await using var other = new FakeGoMirror();
        other.AddToolchain(Version, ReleaseArchive.Entries(Tree));

        Assert.Equal(GoTrust.LogProved, (await Manager(proxies: other.ModuleProxyUrl).InstallAsync(cancel: Cancel)).Trust);

        Assert.Null(other.Requests.Last(r => r.Path == Zip).RangeStart);
    }

    [Fact]
    public async Task A_poisoned_partial_is_thrown_away_and_fetched_once_from_zero()
    {
        await LeavePartialAsync(3_000);
        await File.WriteAllBytesAsync(Partial, RandomNumberGenerator.GetBytes(3_000), Cancel);

        Assert.Equal(GoTrust.LogProved, (await Manager().InstallAsync(cancel: Cancel)).Trust);

        Assert.Equal([3_000, null], Mirror.Requests.Where(r => r.Path == Zip).TakeLast(2).Select(r => r.RangeStart));
    }

    private async Task LeavePartialAsync(long bytes)
    {
        Mirror.Fail(Zip, new MirrorFault { CutAfter = bytes, Times = 1 });
        Mirror.Fail(Zip, new MirrorFault { Status = 403, Times = 1 });
        await FailAsync(GoErrorCodes.NoSource);
        Assert.Equal(bytes, new FileInfo(Partial).Length);
    }

    private async Task<byte[]> ZipAsync()
    {
        using var client = new HttpClient();
        return await client.GetByteArrayAsync(new Uri(Mirror.Url + Zip[1..]), Cancel);
    }
}
