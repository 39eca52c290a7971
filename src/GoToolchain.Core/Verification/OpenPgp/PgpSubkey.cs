using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace GoToolchain.Verification.OpenPgp;

/// <summary>Whether a primary key really stands behind one of its keys (RFC 9580, 5.2.1 and 10.1.5).</summary>
internal static class PgpSubkey
{
    /// <summary>Until when signatures of a key count.</summary>
    /// <param name="key">The key that has signed.</param>
    /// <param name="primary">The primary key.</param>
    /// <param name="until">The end; null: none is set.</param>
    /// <returns>Why it does not count at all, as the end of a sentence; null when it does.</returns>
    public static string? WhyNot(PgpPublicKey key, PgpPublicKey primary, out DateTime? until)
    {
        until = End(key, primary.GetValidSeconds());
        if (Signatures(primary, PgpSignature.KeyRevocation).Any(s => Verifies(s, primary, () => s.VerifyCertification(primary))))
        {
            return "the primary key was revoked";
        }

        if (key.KeyId == primary.KeyId)
        {
            return null;
        }

        if (Signatures(key, PgpSignature.SubkeyRevocation).Any(s => Verifies(s, primary, () => s.VerifyCertification(primary, key))))
        {
            return "that subkey was revoked";
        }

        var binding = Signatures(key, PgpSignature.SubkeyBinding)
            .Where(s => PgpFormat.IsStrong(s.HashAlgorithm) && Verifies(s, primary, () => s.VerifyCertification(primary, key)))
            .MaxBy(s => s.CreationTime);
        if (binding is null)
        {
            return "the primary key has not bound that subkey to itself";
        }

        if ((binding.GetHashedSubPackets()?.GetKeyFlags() & PgpKeyFlags.CanSign) == 0 || !IsBoundBack(binding, key, primary))
        {
            return "that subkey is not one for signing";
        }

        until = Earlier(until, End(key, binding.GetHashedSubPackets().GetKeyExpirationTime()));
        return null;
    }

    // Without the consent of the subkey, anybody could claim the signatures of somebody else.
    private static bool IsBoundBack(PgpSignature binding, PgpPublicKey key, PgpPublicKey primary) =>
        new[] { binding.GetHashedSubPackets(), binding.GetUnhashedSubPackets() }
            .Where(packets => packets is not null)
            .SelectMany(packets =>
                Enumerable.Range(0, packets.GetEmbeddedSignatures().Count).Select(i => packets.GetEmbeddedSignatures()[i])
            )
            .Any(s =>
                s.SignatureType == PgpSignature.PrimaryKeyBinding
                && PgpFormat.IsStrong(s.HashAlgorithm)
                && Verifies(s, key, () => s.VerifyCertification(primary, key))
            );

    private static IEnumerable<PgpSignature> Signatures(PgpPublicKey key, int type) => key.GetSignaturesOfType(type);

    private static bool Verifies(PgpSignature signature, PgpPublicKey by, Func<bool> verify)
    {
        try
        {
            signature.InitVerify(by);
            return verify();
        }
        catch (Exception e) when (PgpFormat.IsMalformed(e))
        {
            return false;
        }
    }

    private static DateTime? End(PgpPublicKey key, long seconds) => seconds > 0 ? key.CreationTime.AddSeconds(seconds) : null;

    private static DateTime? Earlier(DateTime? one, DateTime? other) => one is null || other < one ? other ?? one : one;
}
