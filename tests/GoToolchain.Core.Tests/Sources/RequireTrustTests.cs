using GoToolchain.Core.Tests.Sources.Proxy;
using GoToolchain.Core.Tests.Verification.OpenPgp;
using GoToolchain.Fixtures;
using GoToolchain.Store;
using GoToolchain.Testing;

namespace GoToolchain.Core.Tests.Sources;

/// <summary>What is used and installed when a level of trust is required.</summary>
public sealed class RequireTrustTests : ProxyTest
{
    private static readonly DateTime s_created = new(2024, 1, 30, 0, 0, 0, DateTimeKind.Utc);
    private static readonly TestKey s_key = new(s_created);

    [Fact]
    public async Task A_source_that_proves_less_is_passed_over_for_one_that_proves_enough()
    {
        Mirror.AddRelease(Version, ReleaseArchive.For(ReleaseArchive.Entries(Tree)));

        var go = await Manager(requireTrust: GoTrust.LogProved, sources: [Mirror.Url, "proxy"]).InstallAsync(cancel: Cancel);

        Assert.Equal(GoTrust.LogProved, go.Trust);
    }

    [Fact]
    public async Task Where_no_source_proves_enough_nothing_is_installed_and_each_says_why()
    {
        Mirror.AddRelease(Version, ReleaseArchive.For(ReleaseArchive.Entries(Tree)));

        var error = await FailAsync(GoErrorCodes.NoSource, Manager(requireTrust: GoTrust.Pinned, sources: Mirror.Url));

        var failure = Assert.Single(error.Sources);
        Assert.Equal(GoErrorCodes.TrustTooLow, failure.Code);
        Assert.Contains("feed-checksum, and pinned is required", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_in_the_store_with_less_trust_is_not_used_and_replaced_by_a_proved_one()
    {
        Mirror.AddRelease(Version, ReleaseArchive.For(ReleaseArchive.Entries(Tree)));
        var before = await Manager(sources: Mirror.Url).InstallAsync(cancel: Cancel);
        var strict = Manager(requireTrust: GoTrust.LogProved);

        Assert.Null(strict.Find(Version));
        Assert.Contains(
            strict.Survey().Candidates,
            c =>
                c.Candidate.Root == before.Root
                && c.Reason.Contains("its trust is feed-checksum, and log-proved is required", StringComparison.Ordinal)
        );
        var after = await strict.EnsureAsync(Version, Cancel);

        Assert.True(after.InstalledNow);
        Assert.Equal(GoTrust.LogProved, after.Trust);
        Assert.Equal(before.Root, after.Root);
        Assert.Equal(after.Root, strict.Find(Version)!.Root);
    }

    [Fact]
    public void A_GOROOT_that_is_named_has_to_be_proved_as_well()
    {
        var error = Assert.Throws<GoToolchainException>(() => Manager(requireTrust: GoTrust.FeedChecksum).Find("path:" + Tree));

        Assert.Equal(GoErrorCodes.TrustTooLow, error.Code);
    }

    [Fact]
    public async Task A_signature_beside_an_archive_raises_its_trust_when_a_key_is_named()
    {
        var archive = ReleaseArchive.For(ReleaseArchive.Entries(Tree));
        Mirror.AddRelease(Version, archive, signature: s_key.Sign(archive, s_created.AddDays(1)));

        var go = await SignedManager().InstallAsync(cancel: Cancel);

        Assert.Equal(GoTrust.Signed, go.Trust);
        var receipt = Receipt.Read(Scratch[$"store/receipts/{Path.GetFileName(go.Root)}.json"])!;
        Assert.Contains(s_key.SubkeyFingerprint, receipt.VouchedBy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_that_does_not_fit_ends_the_installation()
    {
        var archive = ReleaseArchive.For(ReleaseArchive.Entries(Tree));
        Mirror.AddRelease(Version, archive, signature: s_key.Sign([1, 2, 3], s_created.AddDays(1)));

        await FailAsync(GoErrorCodes.SignatureRejected, SignedManager());
    }

    [Fact]
    public async Task The_key_of_the_library_is_the_one_that_counts_when_signed_is_required()
    {
        var archive = ReleaseArchive.For(ReleaseArchive.Entries(Tree));
        Mirror.AddRelease(Version, archive, signature: s_key.Sign(archive, s_created.AddDays(1)));

        var error = await FailAsync(GoErrorCodes.SignatureRejected, Manager(requireTrust: GoTrust.Signed, sources: Mirror.Url));

        Assert.Contains("EB4C1BFD4F042F6DDDCCEC917721F63BD38B4796", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_signature_an_archive_is_not_signed()
    {
        Mirror.AddRelease(Version, ReleaseArchive.For(ReleaseArchive.Entries(Tree)));

        var error = await FailAsync(GoErrorCodes.NoSource, Manager(requireTrust: GoTrust.Signed, sources: Mirror.Url));

        Assert.Equal(GoErrorCodes.TrustTooLow, Assert.Single(error.Sources).Code);
    }

    [Fact]
    public async Task A_file_with_its_signature_beside_it_is_signed_too()
    {
        var archive = ReleaseArchive.For(ReleaseArchive.Entries(Tree));
        var file = Scratch.CreateFile($"go{Version}.{GoPlatform.Host.Os}-{GoPlatform.Host.ReleaseArch}.{GoPlatform.Host.ArchiveExtension}");
        await File.WriteAllBytesAsync(file, archive, Cancel);
        await File.WriteAllBytesAsync(file + ".asc", s_key.Sign(archive, s_created.AddDays(1)), Cancel);

        var go = await SignedManager().InstallAsync(fromFile: file, cancel: Cancel);

        Assert.Equal(GoTrust.Signed, go.Trust);
    }

    private GoToolchainManager SignedManager()
    {
        var file = Scratch["key.asc"];
        File.WriteAllBytes(file, s_key.Public);
        return new GoToolchainManager(
            new GoToolchainOptions
            {
                Host = SandboxMachine.In(Scratch),
                Store = Scratch["store"],
                Sources = [Mirror.Url],
                SigningKey = file,
            }
        );
    }
}
