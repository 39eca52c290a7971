using System.Text;
using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace GoToolchain.Core.Tests.Verification.OpenPgp;

/// <summary>A primary key with one subkey, as those that sign releases are; made for a test.</summary>
internal sealed class TestKey
{
    private static readonly SecureRandom s_random = new();

    private readonly PgpKeyPair _primary;
    private readonly PgpKeyPair _subkey;

    /// <summary>Makes one.</summary>
    /// <param name="created">When.</param>
    /// <param name="days">How long the subkey may sign; 0: for ever.</param>
    /// <param name="signs">The subkey is for signing.</param>
    /// <param name="bindsBack">The subkey agrees to be one of this primary key.</param>
    public TestKey(DateTime created, int days = 0, bool signs = true, bool bindsBack = true)
    {
        _primary = Pair(created);
        _subkey = Pair(created);
        var primary = new PgpSignatureSubpacketGenerator();
        primary.SetKeyFlags(false, PgpKeyFlags.CanCertify);
        var ring = new PgpKeyRingGenerator(
            PgpSignature.PositiveCertification,
            _primary,
            "Release signing <test@example.com>",
            SymmetricKeyAlgorithmTag.Null,
            HashAlgorithmTag.Sha256,
            Array.Empty<byte>(),
            false,
            primary.Generate(),
            null,
            s_random
        );
        var packets = new PgpSignatureSubpacketGenerator();
        packets.SetKeyFlags(false, signs ? PgpKeyFlags.CanSign : PgpKeyFlags.CanEncryptStorage);
        packets.SetSignatureCreationTime(false, created);
        if (days > 0)
        {
            packets.SetKeyExpirationTime(false, days * 86400L);
        }

        if (bindsBack)
        {
            packets.AddEmbeddedSignature(false, BackSignature());
        }

        ring.AddSubKey(_subkey, packets.Generate(), null, HashAlgorithmTag.Sha256);
        Public = Armour(ring.GeneratePublicKeyRing().Encode);
    }

    /// <summary>The public key, armoured.</summary>
    public byte[] Public { get; }

    public string Fingerprint => Convert.ToHexString(_primary.PublicKey.GetFingerprint());

    public string SubkeyFingerprint => Convert.ToHexString(_subkey.PublicKey.GetFingerprint());

    /// <summary>Signs with the subkey.</summary>
    /// <param name="data">What.</param>
    /// <param name="made">When.</param>
    /// <param name="hash">With which hash function.</param>
    /// <param name="days">How long the signature counts; 0: for ever.</param>
    /// <param name="type">As what.</param>
    public byte[] Sign(
        byte[] data,
        DateTime made,
        HashAlgorithmTag hash = HashAlgorithmTag.Sha256,
        int days = 0,
        int type = PgpSignature.BinaryDocument
    )
    {
        var generator = new PgpSignatureGenerator(_subkey.PublicKey.Algorithm, hash);
        generator.InitSign(type, _subkey.PrivateKey, s_random);
        var packets = new PgpSignatureSubpacketGenerator();
        packets.SetSignatureCreationTime(false, made);
        if (days > 0)
        {
            packets.SetSignatureExpirationTime(false, days * 86400L);
        }

        generator.SetHashedSubpackets(packets.Generate());
        var issuer = new PgpSignatureSubpacketGenerator();
        issuer.SetIssuerKeyID(false, _subkey.KeyId);
        generator.SetUnhashedSubpackets(issuer.Generate());
        generator.Update(data);
        return Armour(generator.Generate().Encode);
    }

    private PgpSignature BackSignature()
    {
        var generator = new PgpSignatureGenerator(_subkey.PublicKey.Algorithm, HashAlgorithmTag.Sha256);
        generator.InitSign(PgpSignature.PrimaryKeyBinding, _subkey.PrivateKey, s_random);
        return generator.GenerateCertification(_primary.PublicKey, _subkey.PublicKey);
    }

    private static PgpKeyPair Pair(DateTime created)
    {
        var generator = new Ed25519KeyPairGenerator();
        generator.Init(new Ed25519KeyGenerationParameters(s_random));
        return new PgpKeyPair(PublicKeyAlgorithmTag.EdDsa_Legacy, generator.GenerateKeyPair(), created);
    }

    private static byte[] Armour(Action<Stream> encode)
    {
        using var bytes = new MemoryStream();
        using (var armoured = new ArmoredOutputStream(bytes))
        {
            encode(armoured);
        }

        return Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(bytes.ToArray()));
    }
}
