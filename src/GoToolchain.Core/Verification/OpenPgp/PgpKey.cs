using GoToolchain.Inspection;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace GoToolchain.Verification.OpenPgp;

/// <summary>The public key whose signatures count: a primary key, and the subkeys that it has bound to itself for signing.</summary>
internal sealed class PgpKey
{
    // The file of a key with many subkeys and certifications has some 20 KB.
    private const int MaxBytes = 1 << 20;
    private const string Resource = "GoToolchain.Verification.OpenPgp.google-linux-packages.asc";

    // The primary key, as docker-library/golang pins it too. Its subkeys change every few years.
    private const string GoogleFingerprint = "EB4C1BFD4F042F6DDDCCEC917721F63BD38B4796";

    private readonly PgpPublicKeyRing _ring;

    private PgpKey(PgpPublicKeyRing ring) => _ring = ring;

    /// <summary>The fingerprint of the primary key: upper-case hexadecimal digits.</summary>
    public string Fingerprint => FingerprintOf(Primary);

    /// <summary>The primary key.</summary>
    public PgpPublicKey Primary => _ring.GetPublicKey();

    /// <summary>The key of Google's Linux packages, which signs the archives of go.dev.</summary>
    public static PgpKey Google()
    {
        using var stream = typeof(PgpKey).Assembly.GetManifestResourceStream(Resource)!;
        var key = Read(stream);
        return key?.Fingerprint == GoogleFingerprint
            ? key
            : throw new GoToolchainException(
                GoErrorCodes.Internal,
                "The key that comes with the library is not the one that it is pinned to."
            );
    }

    /// <summary>Reads a file with one public key, armoured or binary.</summary>
    /// <param name="file">Absolute.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidSetting"/>.</exception>
    public static PgpKey Read(string file)
    {
        try
        {
            if (FileFacts.Of(file) is { Kind: FileKind.File, Length: > 0 and <= MaxBytes })
            {
                using var stream = File.OpenRead(file);
                if (Read(stream) is { } key)
                {
                    return key;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refuse(file, e);
        }

        throw Refuse(file, null);
    }

    /// <summary>One of its keys.</summary>
    /// <returns>Null when it has none with that number.</returns>
    public PgpPublicKey? Find(long keyId) => _ring.GetPublicKey(keyId);

    public static string FingerprintOf(PgpPublicKey key) => Convert.ToHexString(key.GetFingerprint());

    private static PgpKey? Read(Stream stream)
    {
        try
        {
            using var decoded = PgpUtilities.GetDecoderStream(stream);
            var rings = new PgpPublicKeyRingBundle(decoded).GetKeyRings().ToList();
            return rings.Count == 1 ? new PgpKey(rings[0]) : null;
        }
        catch (Exception e) when (PgpFormat.IsMalformed(e))
        {
            return null;
        }
    }

    private static GoToolchainException Refuse(string file, Exception? inner) =>
        new(
            GoErrorCodes.InvalidSetting,
            "The file with the OpenPGP public key cannot be read, or does not hold one such key.",
            file,
            $"Export it with `gpg --export --armor FINGERPRINT`; the file is named by {GoSettings.SigningKey.Option}, {GoSettings.SigningKey.Variable} or gotoolchain.json.",
            inner
        );
}
