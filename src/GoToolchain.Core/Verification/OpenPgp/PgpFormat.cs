using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace GoToolchain.Verification.OpenPgp;

/// <summary>What the OpenPGP library leaves to its users.</summary>
internal static class PgpFormat
{
    /// <summary>What it throws at bytes that are no OpenPGP.</summary>
    public static bool IsMalformed(Exception e) =>
        e
            is PgpException
                or IOException
                or ArgumentException
                or FormatException
                or InvalidCastException
                or IndexOutOfRangeException
                or NotSupportedException
                or InvalidOperationException
                or ArithmeticException
                or NullReferenceException
                or Org.BouncyCastle.Security.SecurityUtilityException
                or Org.BouncyCastle.Crypto.CryptoException;

    /// <summary>A hash function of which nobody can make two texts with one value.</summary>
    public static bool IsStrong(HashAlgorithmTag hash) =>
        hash
            is HashAlgorithmTag.Sha256
                or HashAlgorithmTag.Sha384
                or HashAlgorithmTag.Sha512
                or HashAlgorithmTag.Sha3_256
                or HashAlgorithmTag.Sha3_512;
}
