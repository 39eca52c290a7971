using System.Security.Cryptography;
using System.Text;
using GoToolchain.Fixtures;
using GoToolchain.Sources;
using GoToolchain.Store;
using GoToolchain.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace GoToolchain.Core.Tests.Sources;

public sealed class MirrorRulesTests : FeedTest
{
    private static readonly byte[] s_digest = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(Archive)));

    [Fact]
    public async Task A_mirror_without_an_index_serves_what_the_index_of_another_one_vouches_for()
    {
        await using var files = FilesOnly();
        Mirror.Fail(Mirror.AddRelease("1.24.4", Archive), new MirrorFault { Status = 503 });

        var delivery = await DeliverAsync(Source(files.Url, Mirror.Url));

        Assert.StartsWith(files.Url, delivery.From, StringComparison.Ordinal);
        Assert.Equal(Mirror.Url, delivery.VouchedBy);
    }

    [Fact]
    public async Task Without_any_index_the_sha256_file_of_one_mirror_vouches_for_the_archive_of_another()
    {
        await using var files = FilesOnly();
        await using var digests = new FakeGoMirror { IsStatic = true };
        digests.Serve($"/{FileName}.sha256", s_digest);
        // It would serve, but then it would vouch for itself.
        digests.Serve("/" + FileName, Archive);

        var delivery = await FindAndDeliverAsync(Source(digests.Url, files.Url));

        Assert.StartsWith(files.Url, delivery.From, StringComparison.Ordinal);
        Assert.Equal($"{digests.Url} ({FileName}.sha256)", delivery.VouchedBy);
        Assert.Equal(GoTrust.FeedChecksum, delivery.Trust);
        Assert.Equal(0, digests.Count("/" + FileName));
    }

    [Fact]
    public async Task A_mirror_vouches_for_itself_only_when_the_user_says_so()
    {
        await using var files = FilesOnly();
        files.Serve($"/{FileName}.sha256", s_digest);

        var error = await Assert.ThrowsAsync<GoToolchainException>(() => FindAndDeliverAsync(Source(files.Url)));

        Assert.Equal(4, error.Code.ExitCode);
        Assert.Contains("own-sha256", error.NextStep, StringComparison.Ordinal);
        Assert.Equal(0, files.Count("/" + FileName));

        Rules = GoMirrorRules.OwnChecksum;
        Assert.Equal(GoTrust.FeedChecksum, (await FindAndDeliverAsync(Source(files.Url))).Trust);
    }

    [Theory]
    [InlineData("page")]
    [InlineData("huge")]
    [InlineData("missing")]
    public async Task What_is_no_sha256_file_vouches_for_nothing(string what)
    {
        await using var files = FilesOnly();
        Rules = GoMirrorRules.OwnChecksum;
        switch (what)
        {
            // As go.dev answers such an address.
            case "page":
                files.Serve($"/{FileName}.sha256", "<!DOCTYPE html><html>"u8.ToArray());
                break;
            case "huge":
                files.Serve($"/{FileName}.sha256", [.. s_digest, .. new byte[1 << 20]]);
                break;
            default:
                break;
        }

        var exact = (IExactSource)Source(files.Url);
        Assert.Null(await exact.FindAsync(GoVersion.Parse("1.24.4"), GoPlatform.Host, Cancel));
    }

    [Fact]
    public async Task A_directory_of_archives_with_sha256_files_needs_no_index()
    {
        var directory = Scratch.CreateDirectory("archives");
        await File.WriteAllBytesAsync(Path.Combine(directory, FileName), Archive, Cancel);
        await File.WriteAllTextAsync(
            Path.Combine(directory, FileName + ".sha256"),
            Encoding.ASCII.GetString(s_digest) + "  " + FileName + "\n",
            Cancel
        );
        Rules = GoMirrorRules.OwnChecksum;

        Assert.Equal(Path.Combine(directory, FileName), (await FindAndDeliverAsync(Source(directory))).From);
    }

    [Fact]
    public async Task Raced_mirrors_serve_in_the_order_of_their_answers()
    {
        await using var slow = new FakeGoMirror();
        slow.Fail(slow.AddRelease("1.24.4", Archive), new MirrorFault { StallAfter = 0 });
        await using var missing = new FakeGoMirror();
        missing.Fail(missing.AddRelease("1.24.4", Archive), new MirrorFault { Status = 404 });
        Mirror.AddRelease("1.24.4", Archive);
        Rules = GoMirrorRules.Race;

        var delivery = await DeliverAsync(Source(slow.Url, missing.Url, Mirror.Url));

        Assert.StartsWith(Mirror.Url, delivery.From, StringComparison.Ordinal);
        // The index, and the digest with it, is still that of the first one.
        Assert.Equal(slow.Url, delivery.VouchedBy);
        Assert.Equal([1, 1, 2], new[] { slow, missing, Mirror }.Select(m => m.Count("/" + FileName)));
    }

    [Fact]
    public async Task When_the_winner_of_the_race_sends_wrong_bytes_the_others_serve()
    {
        await using var bad = new FakeGoMirror();
        bad.Fail(bad.AddRelease("1.24.4", Archive), new MirrorFault { FlipByteAt = 1_000_000 });
        var path = Mirror.AddRelease("1.24.4", Archive);
        Mirror.Fail(path, new MirrorFault { StallAfter = 0, Times = 1 });
        Rules = GoMirrorRules.Race;

        var delivery = await DeliverAsync(Source(bad.Url, Mirror.Url));

        Assert.StartsWith(Mirror.Url, delivery.From, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_of_netrc_is_sent_to_that_host_and_one_in_the_address_comes_first()
    {
        await File.WriteAllTextAsync(
            Path.Combine(SandboxMachine.In(Scratch).HomeDirectory, OperatingSystem.IsWindows() ? "_netrc" : ".netrc"),
            "machine other.example login x password y\nmachine 127.0.0.1\n  login me password s3cret\ndefault login anyone password z\n",
            Cancel
        );
        Mirror.AddRelease("1.24.4", Archive);

        await DeliverAsync();
        Assert.All(Mirror.Requests, r => Assert.Equal("Basic " + Convert.ToBase64String("me:s3cret"u8), r.Headers["Authorization"]));
        var before = Mirror.Requests.Count;
        await DeliverAsync(Source(Mirror.Url.Replace("http://", "http://you:too@", StringComparison.Ordinal)));
        Assert.All(
            Mirror.Requests.Skip(before),
            r => Assert.Equal("Basic " + Convert.ToBase64String("you:too"u8), r.Headers["Authorization"])
        );
    }

    private static FakeGoMirror FilesOnly()
    {
        var mirror = new FakeGoMirror { IsStatic = true };
        mirror.Fail("/index.json", new MirrorFault { Status = 404 });
        mirror.Serve("/" + FileName, Archive);
        return mirror;
    }

    private async Task<GoDelivery> FindAndDeliverAsync(IGoSource source)
    {
        await Assert.ThrowsAsync<GoToolchainException>(() => source.ListAsync(GoPlatform.Host, Cancel));
        var release = await ((IExactSource)source).FindAsync(GoVersion.Parse("1.24.4"), GoPlatform.Host, Cancel);
        var staging = Scratch.CreateDirectory("store/staging/" + Path.GetRandomFileName());
        var context = new GoDeliveryContext(staging, Downloads, new Progress<GoProgress>(), NullLogger.Instance);
        return await source.DeliverAsync(release!, context, Cancel);
    }
}
