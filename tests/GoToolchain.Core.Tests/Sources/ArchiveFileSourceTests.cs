using System.Security.Cryptography;
using GoToolchain.Sources;
using Microsoft.Extensions.Logging.Abstractions;

namespace GoToolchain.Core.Tests.Sources;

public sealed class ArchiveFileSourceTests : FeedTest
{
    private string File => Scratch[FileName];

    [Fact]
    public async Task Without_a_digest_beside_it_an_archive_is_installed_unverified()
    {
        var delivery = await DeliverAsync(Create());
        Assert.Equal(GoTrust.Unverified, delivery.Trust);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Archive)), delivery.ArchiveDigest.ToString());
        Assert.Empty(Kept());
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0}  go1.24.4.tar.gz\n")]
    [InlineData("{0} *go1.24.4.tar.gz\r\n")]
    public async Task A_digest_beside_it_vouches_for_it(string format)
    {
        var digest = Convert.ToHexString(SHA256.HashData(Archive));
        var delivery = await DeliverAsync(Create(string.Format(System.Globalization.CultureInfo.InvariantCulture, format, digest)));
        Assert.Equal(GoTrust.FeedChecksum, delivery.Trust);
        Assert.Equal(File + ".sha256", delivery.VouchedBy);
    }

    [Fact]
    public async Task A_digest_that_does_not_fit_refuses_it() => await FailAsync(GoErrorCodes.DigestMismatch, Create(new string('0', 64)));

    [Fact]
    public void A_page_in_place_of_the_digest_is_told()
    {
        // The site of Go answers so for `.sha256` addresses.
        var error = Assert.Throws<GoToolchainException>(() => Create("<!DOCTYPE html>"));
        Assert.Equal(GoErrorCodes.SourceMalformed, error.Code);
    }

    [Theory]
    [InlineData("go1.24.4.linux-amd64.tar.gz", "1.24.4", "linux/amd64")]
    [InlineData("go1.24.4.linux-armv6l.tar.gz", "1.24.4", "linux/arm")]
    [InlineData("go1.25rc1.windows-arm64.zip", "1.25rc1", "windows/arm64")]
    [InlineData("go1.20.darwin-arm64.tar.gz", "1.20", "darwin/arm64")]
    public void The_name_tells_version_and_platform(string name, string version, string platform)
    {
        var (parsed, found) = ArchiveFileSource.Parse(name)!.Value;
        Assert.Equal(GoVersion.Parse(version), parsed);
        Assert.Equal(platform, found.ToString());
    }

    [Theory]
    [InlineData("go.tar.gz")]
    [InlineData("go1.24.4.tar.gz")]
    [InlineData("go1.24.4.linux-amd64.tgz")]
    [InlineData("go1.24.4.linux-amd64.zip")]
    [InlineData("go1.24.4.src.tar.gz")]
    [InlineData("1.24.4.linux-amd64.tar.gz")]
    [InlineData("")]
    public void A_name_that_does_not_tell_is_refused(string name) => Assert.Null(ArchiveFileSource.Parse(name));

    private ArchiveFileSource Create(string? digest = null)
    {
        System.IO.File.WriteAllBytes(File, Archive);
        if (digest is not null)
        {
            System.IO.File.WriteAllText(File + ".sha256", digest);
        }

        return new ArchiveFileSource(File);
    }
}
