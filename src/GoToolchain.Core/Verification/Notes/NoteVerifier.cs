using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace GoToolchain.Verification.Notes;

/// <summary>The public key of a signer of notes: <c>NAME+HASH+KEY</c> (golang.org/x/mod/sumdb/note).</summary>
internal sealed class NoteVerifier
{
    private const byte Ed25519 = 1;
    private const int KeySize = 32;
    private const int MaxNameLength = 200;

    private readonly byte[] _hash;
    private readonly Ed25519PublicKeyParameters _key;

    private NoteVerifier(string name, byte[] hash, Ed25519PublicKeyParameters key) => (Name, _hash, _key) = (name, hash, key);

    /// <summary>Whose key it is.</summary>
    public string Name { get; }

    /// <summary>The first four bytes of a signature say of which key it is.</summary>
    public ReadOnlySpan<byte> Hash => _hash;

    /// <summary>Reads a key. Its text has one spelling only: a single other character is another key, or none.</summary>
    /// <param name="text">For example that of sum.golang.org.</param>
    /// <param name="verifier">The key.</param>
    /// <param name="problem">Why it is none: the end of a sentence.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out NoteVerifier? verifier, out string problem)
    {
        verifier = null;
        if (
            text.Split('+', 3) is not [var name, var hash, var key]
            || !IsName(name)
            || CanonicalBase64.Decode(key) is not { Length: > 0 } bytes
        )
        {
            problem = "it is not of the form `NAME+HASH+KEY`";
            return false;
        }

        var expected = SHA256.HashData([.. Encoding.UTF8.GetBytes(name + "\n"), .. bytes])[..4];
        var digits = Convert.ToHexString(expected).ToLowerInvariant();
        if (hash != digits)
        {
            problem = "its hash does not fit its name and key, so a character of it is wrong";
            return false;
        }

        if (bytes[0] != Ed25519 || bytes.Length != KeySize + 1)
        {
            problem = "it is not an Ed25519 key";
            return false;
        }

        try
        {
            verifier = new NoteVerifier(name, expected, new Ed25519PublicKeyParameters(bytes, 1));
        }
        catch (ArgumentException)
        {
            problem = "it is not an Ed25519 key";
            return false;
        }

        problem = "";
        return true;
    }

    /// <summary>The signature is of this key and of these bytes.</summary>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        var signer = new Ed25519Signer();
        signer.Init(false, _key);
        signer.BlockUpdate(message);
        return signer.VerifySignature(signature.ToArray());
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= MaxNameLength && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
}
