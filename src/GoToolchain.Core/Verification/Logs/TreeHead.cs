using System.Globalization;
using System.Text;
using GoToolchain.Verification.Notes;

namespace GoToolchain.Verification.Logs;

/// <summary>A signed statement of a log: so many records, with this hash over all of them (golang.org/x/mod/sumdb/tlog, FormatTree).</summary>
/// <param name="Size">How many records.</param>
/// <param name="Root">The hash over them.</param>
/// <param name="Note">The note that says so.</param>
internal sealed record TreeHead(long Size, Sha256Digest Root, ReadOnlyMemory<byte> Note)
{
    private const string Title = "go.sum database tree";

    // As Go has it: 2^40 records.
    private const long MaxSize = 1L << 40;

    /// <summary>Opens a note.</summary>
    /// <param name="note">The note.</param>
    /// <param name="verifier">The key of the log.</param>
    /// <param name="place">Where it comes from, for messages.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.LogNotProved"/>.</exception>
    public static TreeHead Open(ReadOnlyMemory<byte> note, NoteVerifier verifier, string place)
    {
        // More lines may follow: they are signed too, and for others.
        return
            SignedNote.Open(note.Span, verifier, place).Split('\n') is [Title, var count, var hash, _, ..]
            && TryParseNumber(count, out var size)
            && size <= MaxSize
            && CanonicalBase64.TryDecode(hash, out var root)
            ? new TreeHead(size, root, note)
            : throw SignedNote.NoProof("What is signed is not the head of a log of checksums.", place);
    }

    /// <summary>A number in its one spelling: digits, without a zero before them.</summary>
    public static bool TryParseNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && number.ToString(CultureInfo.InvariantCulture) == text;

    /// <inheritdoc/>
    public override string ToString() => Encoding.UTF8.GetString(Note.Span);
}
