using GoToolchain.Fixtures;
using GoToolchain.Verification.OpenPgp;
using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace GoToolchain.Core.Tests.Verification.OpenPgp;

public sealed class PgpSignatureTests : IDisposable
{
    private static readonly DateTime s_created = new(2024, 1, 30, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime s_made = s_created.AddDays(100);
    private static readonly DateTimeOffset s_now = new(s_created.AddDays(2000), TimeSpan.Zero);
    private static readonly byte[] s_data = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7))];
    private static readonly TestKey s_key = new(s_created, days: 1000);

    private readonly ScratchDirectory _scratch = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_signature_of_the_key_over_the_bytes_is_accepted_and_its_subkey_named()
    {
        Assert.Equal(s_key.SubkeyFingerprint, await VerifyAsync(s_key, s_key.Sign(s_data, s_made)));
        Assert.Equal(s_key.Fingerprint, Read(s_key).Fingerprint);
    }

    [Fact]
    public async Task A_signature_stays_good_when_its_key_expires_later() =>
        Assert.Equal(s_key.SubkeyFingerprint, await VerifyAsync(s_key, s_key.Sign(s_data, s_created.AddDays(999))));

    [Fact]
    public async Task Other_bytes_are_rejected()
    {
        byte[] changed = [.. s_data];
        changed[^1] ^= 1;

        await RejectedAsync(
            "of the right key, " + s_key.SubkeyFingerprint + ", and of other bytes",
            s_key.Sign(s_data, s_made),
            data: changed
        );
    }

    [Fact]
    public async Task Another_key_is_rejected()
    {
        var other = new TestKey(s_created);

        await RejectedAsync("none of " + s_key.Fingerprint, other.Sign(s_data, s_made));
    }

    [Fact]
    public async Task A_signature_made_after_its_key_had_expired_is_rejected() =>
        await RejectedAsync("had expired on 2026-10-26 when it was made, on 2026-10-27", s_key.Sign(s_data, s_created.AddDays(1001)));

    [Fact]
    public async Task A_signature_that_has_expired_itself_is_rejected() =>
        await RejectedAsync("It has expired on 2024-05-19", s_key.Sign(s_data, s_made, days: 10));

    [Theory]
    [InlineData(HashAlgorithmTag.Sha1)]
    [InlineData(HashAlgorithmTag.MD5)]
    [InlineData(HashAlgorithmTag.RipeMD160)]
    public async Task A_weak_hash_is_rejected(HashAlgorithmTag hash) =>
        await RejectedAsync($"the hash function {hash.ToString().ToUpperInvariant()}, which is too weak", s_key.Sign(s_data, s_made, hash));

    [Theory]
    [InlineData(HashAlgorithmTag.Sha384)]
    [InlineData(HashAlgorithmTag.Sha512)]
    public async Task Other_strong_hashes_are_accepted(HashAlgorithmTag hash) =>
        Assert.Equal(s_key.SubkeyFingerprint, await VerifyAsync(s_key, s_key.Sign(s_data, s_made, hash)));

    [Fact]
    public async Task A_signature_from_the_future_names_the_clock() =>
        await RejectedAsync(
            "by the clock of this machine that is still to come: it is 2024-02-09",
            s_key.Sign(s_data, s_made),
            now: s_created.AddDays(10)
        );

    [Fact]
    public async Task A_signature_older_than_its_key_is_rejected() =>
        await RejectedAsync("before its key", s_key.Sign(s_data, s_created.AddDays(-1)));

    [Fact]
    public async Task A_signature_of_a_text_is_none_of_a_file() =>
        await RejectedAsync("not the signature of a file", s_key.Sign(s_data, s_made, type: PgpSignature.CanonicalTextDocument));

    [Fact]
    public async Task A_subkey_that_is_not_for_signing_is_rejected()
    {
        var key = new TestKey(s_created, signs: false);

        await RejectedAsync("not one for signing", key.Sign(s_data, s_made), key);
    }

    [Fact]
    public async Task A_subkey_that_never_agreed_is_rejected()
    {
        var key = new TestKey(s_created, bindsBack: false);

        await RejectedAsync("not one for signing", key.Sign(s_data, s_made), key);
    }

    [Fact]
    public async Task Something_else_is_no_signature()
    {
        await RejectedAsync("does not hold", "<!DOCTYPE html>"u8.ToArray());
        await RejectedAsync("does not hold", s_key.Public);
        await RejectedAsync("does not hold", []);
    }

    [Fact]
    public async Task No_change_of_a_byte_of_a_signature_is_accepted_or_crashes()
    {
        using var decoded = PgpUtilities.GetDecoderStream(new MemoryStream(s_key.Sign([1, 2, 3], s_made)));
        using var copy = new MemoryStream();
        await decoded.CopyToAsync(copy, Cancel);
        var accepted = new List<int>();
        for (var i = 0; i < copy.Length; i++)
        {
            byte[] changed = [.. copy.ToArray()];
            changed[i] ^= 1;
            try
            {
                await VerifyAsync(s_key, changed, [1, 2, 3]);
                accepted.Add(i);
            }
            catch (GoToolchainException e)
            {
                Assert.Equal(GoErrorCodes.SignatureRejected, e.Code);
            }
        }

        // Lengths, and two bytes of the digest as a hint for the hurried, are not part of what is signed (RFC 9580, 5.2.3).
        Assert.Empty(accepted.Except([1, 26, 27, 28, 29, 62, 63]));
    }

    [Fact]
    public void The_key_that_comes_with_the_library_is_that_of_Googles_Linux_packages()
    {
        var key = PgpKey.Google();

        Assert.Equal("EB4C1BFD4F042F6DDDCCEC917721F63BD38B4796", key.Fingerprint);
        var subkey = key.Find(unchecked((long)0x78BD65473CB3BD13UL))!;
        Assert.Equal("2F528D36D67B69EDF998D85778BD65473CB3BD13", PgpKey.FingerprintOf(subkey));
        Assert.Null(PgpSubkey.WhyNot(subkey, key.Primary, out var until));
        Assert.Equal(new DateTime(2022, 7, 21), until!.Value.Date);
    }

    [Theory]
    [InlineData("32EE5355A6BC6E42", "2027-01-29")]
    [InlineData("E88979FB9B30ACF2", "2026-02-14")]
    [InlineData("4EB27DB2A3B88B8B", "2024-10-25")]
    public void Its_newer_subkeys_count_for_their_time(string id, string until)
    {
        var key = PgpKey.Google();
        var subkey = key.Find(
            unchecked((long)ulong.Parse(id, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture))
        )!;

        Assert.Null(PgpSubkey.WhyNot(subkey, key.Primary, out var end));
        Assert.Equal(until, end!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a key")]
    public void A_file_without_a_key_is_an_error_of_the_setting(string text)
    {
        var error = Assert.Throws<GoToolchainException>(() => PgpKey.Read(_scratch.CreateFile("key.asc", text)));

        Assert.Equal(GoErrorCodes.InvalidSetting, error.Code);
        Assert.Contains("--signing-key", error.NextStep, StringComparison.Ordinal);
    }

    private PgpKey Read(TestKey key)
    {
        var file = _scratch["key.asc"];
        File.WriteAllBytes(file, key.Public);
        return PgpKey.Read(file);
    }

    private async Task<string> VerifyAsync(TestKey key, byte[] signature, byte[]? data = null, DateTimeOffset? now = null)
    {
        using var stream = new MemoryStream(data ?? s_data);
        return await new PgpDetachedSignature(signature, "go.tar.gz.asc").VerifyAsync(stream, Read(key), now ?? s_now, Cancel);
    }

    private async Task RejectedAsync(string words, byte[] signature, TestKey? key = null, byte[]? data = null, DateTime? now = null)
    {
        DateTimeOffset? time = now is null ? null : new DateTimeOffset(now.Value, TimeSpan.Zero);
        var error = await Assert.ThrowsAsync<GoToolchainException>(() => VerifyAsync(key ?? s_key, signature, data, time));
        Assert.Equal(GoErrorCodes.SignatureRejected, error.Code);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }
}
