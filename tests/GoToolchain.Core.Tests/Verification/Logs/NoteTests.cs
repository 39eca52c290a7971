using System.Text;
using GoToolchain.Verification;
using GoToolchain.Verification.Logs;
using GoToolchain.Verification.Notes;

namespace GoToolchain.Core.Tests.Verification.Logs;

/// <summary>Notes that were really signed, and what is left of them when a single byte changes.</summary>
public sealed class NoteTests
{
    [Theory]
    [InlineData(RealLog.Head, 28905453, "f3f8U0MoQmXkWAgAEKDtXcaI3c2y6N9+55KNSRefF/w=")]
    [InlineData(RealLog.OtherHead, 28891140, "++pUIeKTwGvykMUkmM3AT97PwQipMT6H/p7t86E0Sp0=")]
    public void A_real_head_is_believed(string note, long size, string root)
    {
        var head = TreeHead.Open(Encoding.UTF8.GetBytes(note), Verifier(RealLog.Key), "here");

        Assert.Equal(size, head.Size);
        Assert.Equal(root, CanonicalBase64.Encode(head.Root));
    }

    [Fact]
    public void The_sample_of_the_format_is_opened()
    {
        var text = SignedNote.Open(Encoding.UTF8.GetBytes(RealLog.SampleNote), Verifier(RealLog.SampleKey), "here");

        Assert.StartsWith("If you think cryptography", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RealLog.Head, RealLog.Key)]
    [InlineData(RealLog.SampleNote, RealLog.SampleKey)]
    public void Every_change_of_a_byte_of_a_note_is_noticed(string note, string key)
    {
        var verifier = Verifier(key);
        foreach (var changed in Changes(Encoding.UTF8.GetBytes(note)))
        {
            var error = Assert.Throws<GoToolchainException>(() => SignedNote.Open(changed, verifier, "here"));
            Assert.Equal(GoErrorCodes.LogNotProved, error.Code);
        }
    }

    [Fact]
    public void Every_change_of_a_byte_of_a_key_is_noticed()
    {
        foreach (var changed in Changes(Encoding.UTF8.GetBytes(RealLog.Key)))
        {
            Assert.False(NoteVerifier.TryParse(Encoding.UTF8.GetString(changed), out _, out var problem));
            Assert.NotEmpty(problem);
        }
    }

    [Fact]
    public void Every_byte_that_is_missing_or_too_many_is_noticed()
    {
        var note = Encoding.UTF8.GetBytes(RealLog.Head);
        var verifier = Verifier(RealLog.Key);
        for (var i = 0; i < note.Length; i++)
        {
            byte[] shorter = [.. note[..i], .. note[(i + 1)..]];
            byte[] longer = [.. note[..i], note[i], .. note[i..]];
            Assert.Throws<GoToolchainException>(() => SignedNote.Open(shorter, verifier, "here"));
            Assert.Throws<GoToolchainException>(() => SignedNote.Open(longer, verifier, "here"));
        }
    }

    [Fact]
    public void A_signature_of_somebody_else_is_no_signature_and_does_no_harm()
    {
        var signature = RealLog.SampleNote[RealLog.SampleNote.IndexOf('\u2014', StringComparison.Ordinal)..];

        Assert.Equal(28905453, TreeHead.Open(Encoding.UTF8.GetBytes(RealLog.Head + signature), Verifier(RealLog.Key), "here").Size);
        var error = Assert.Throws<GoToolchainException>(() =>
            TreeHead.Open(Encoding.UTF8.GetBytes(RealLog.Head), Verifier(RealLog.SampleKey), "here")
        );
        Assert.Contains("not signed by the key of PeterNeumann", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_real_record_gives_its_hashes()
    {
        var record = LogRecord.Parse(Encoding.UTF8.GetBytes(RealLog.Record + RealLog.Head), "here");

        Assert.Equal(24929362, record.Id);
        Assert.Equal(
            "h1:rRL9rPpsjKfpdDFcppvNgw1/dynUMrpDcTxdIwtyFR0=",
            record.HashOf("golang.org/toolchain", "v0.0.1-go1.21.9.linux-amd64")
        );
        Assert.Equal(
            "h1:8wlg68NqwW7eMnI1aABk/C2pDYXj8mrMY4TyRfiLeS0=",
            record.HashOf("golang.org/toolchain", "v0.0.1-go1.21.9.linux-amd64/go.mod")
        );
        Assert.Null(record.HashOf("golang.org/toolchain", "v0.0.1-go1.21.9.linux-arm64"));
        Assert.Equal(28905453, TreeHead.Open(record.Head, Verifier(RealLog.Key), "here").Size);
    }

    [Fact]
    public void The_go_mod_of_every_toolchain_has_the_hash_of_the_real_records()
    {
        var text = new Sha256Digest(System.Security.Cryptography.SHA256.HashData("module golang.org/toolchain\n"u8));

        Assert.Equal("h1:8wlg68NqwW7eMnI1aABk/C2pDYXj8mrMY4TyRfiLeS0=", DirectoryHash.Of([("go.mod", text)]));
    }

    private static NoteVerifier Verifier(string key)
    {
        Assert.True(NoteVerifier.TryParse(key, out var verifier, out var problem), problem);
        return verifier;
    }

    // Each byte in turn: another bit, another case, a space, and a character beside it.
    private static IEnumerable<byte[]> Changes(byte[] bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (
                var other in new[] { bytes[i] ^ 1, bytes[i] ^ 0x20, bytes[i] ^ 0x80, ' ', '\n', 'A', '0' }
                    .Where(b => b != bytes[i])
                    .Distinct()
            )
            {
                byte[] changed = [.. bytes];
                changed[i] = (byte)other;
                yield return changed;
            }
        }
    }
}
