using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;

namespace GoToolchain.Testing.Mirrors;

/// <summary>A key of its own that signs notes (golang.org/x/mod/sumdb/note).</summary>
internal sealed class NoteSigner
{
    private const byte Ed25519 = 1;

    private readonly Ed25519PrivateKeyParameters _key = new(new SecureRandom());
    private readonly byte[] _hash;

    public NoteSigner(string name)
    {
        Name = name;
        byte[] key = [Ed25519, .. _key.GeneratePublicKey().GetEncoded()];
        _hash = SHA256.HashData([.. Encoding.UTF8.GetBytes(name + "\n"), .. key])[..4];
        VerifierKey = $"{name}+{Convert.ToHexString(_hash).ToLowerInvariant()}+{Convert.ToBase64String(key)}";
    }

    public string Name { get; }

    public string VerifierKey { get; }

    /// <summary>The text with a signature below it.</summary>
    /// <param name="text">Ends with a line feed.</param>
    public string Sign(string text)
    {
        var signer = new Ed25519Signer();
        signer.Init(true, _key);
        var bytes = Encoding.UTF8.GetBytes(text);
        signer.BlockUpdate(bytes, 0, bytes.Length);
        return $"{text}\n\u2014 {Name} {Convert.ToBase64String([.. _hash, .. signer.GenerateSignature()])}\n";
    }
}
