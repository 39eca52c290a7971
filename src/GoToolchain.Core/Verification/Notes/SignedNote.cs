using System.Text;

namespace GoToolchain.Verification.Notes;

/// <summary>
/// A text with signatures below it (golang.org/x/mod/sumdb/note): the text ends with a line feed, an empty line follows, then a line for each
/// signature: <c>— NAME BASE64</c>.
/// </summary>
internal static class SignedNote
{
    private const int MaxBytes = 1 << 20;
    private const int MaxSignatures = 100;
    private const string Mark = "\u2014 ";

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, when it is signed by the key. Signatures of other keys are none of our business.</summary>
    /// <param name="note">The note.</param>
    /// <param name="verifier">The key.</param>
    /// <param name="place">Where the note comes from, for messages.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.LogNotProved"/>.</exception>
    public static string Open(ReadOnlySpan<byte> note, NoteVerifier verifier, string place)
    {
        var all = Decode(note, place);
        var split = all.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0 || split + 2 >= all.Length || all[^1] != '\n')
        {
            throw NoProof("It is not a signed note.", place);
        }

        var text = all[..(split + 1)];
        var lines = all[(split + 2)..^1].Split('\n');
        if (lines.Length > MaxSignatures)
        {
            throw NoProof($"It has more than {MaxSignatures} signatures.", place);
        }

        var isSigned = false;
        foreach (var line in lines)
        {
            if (Parse(line) is not { } parsed)
            {
                throw NoProof("A line below its text is not a signature.", place);
            }

            var (name, signature) = parsed;
            if (name != verifier.Name || !verifier.Hash.SequenceEqual(signature.AsSpan(0, 4)))
            {
                continue;
            }

            if (!verifier.Verify(Encoding.UTF8.GetBytes(text), signature.AsSpan(4)))
            {
                throw NoProof($"The signature of {verifier.Name} does not fit its text.", place);
            }

            isSigned = true;
        }

        return isSigned ? text : throw NoProof($"It is not signed by the key of {verifier.Name}.", place);
    }

    /// <summary>The refusal of something that should have been proved.</summary>
    /// <param name="problem">Why: a full sentence.</param>
    /// <param name="place">Where it comes from.</param>
    public static GoToolchainException NoProof(string problem, string place) =>
        new(
            GoErrorCodes.LogNotProved,
            "The checksum database is not believed. " + problem,
            place,
            "Something between this machine and the database changes what it sends, or GOSUMDB names another key: see whether a proxy is in the way."
        );

    private static string Decode(ReadOnlySpan<byte> note, string place)
    {
        if (note.Length is 0 or > MaxBytes)
        {
            throw NoProof("It is empty, or too large to be a signed note.", place);
        }

        try
        {
            var text = s_utf8.GetString(note);
            return text.Any(c => c < ' ' && c != '\n') ? throw NoProof("It is not a text.", place) : text;
        }
        catch (DecoderFallbackException)
        {
            throw NoProof("It is not a text.", place);
        }
    }

    private static (string Name, byte[] Signature)? Parse(string line) =>
        line.StartsWith(Mark, StringComparison.Ordinal)
        && line[Mark.Length..].Split(' ') is [{ Length: > 0 } name, var text]
        && CanonicalBase64.Decode(text) is { Length: > 4 } signature
            ? (name, signature)
            : null;
}
