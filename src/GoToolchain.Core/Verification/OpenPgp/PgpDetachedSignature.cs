using System.Globalization;
using Org.BouncyCastle.Bcpg.OpenPgp;

namespace GoToolchain.Verification.OpenPgp;

/// <summary>A signature in a file of its own, such as <c>go1.24.4.linux-amd64.tar.gz.asc</c> (RFC 9580).</summary>
/// <param name="bytes">The file, armoured or binary.</param>
/// <param name="place">Where it comes from, for messages.</param>
internal sealed class PgpDetachedSignature(byte[] bytes, string place)
{
    private const int Block = 1 << 17;

    // Clocks differ.
    private static readonly TimeSpan s_tolerance = TimeSpan.FromDays(1);

    /// <summary>Checks it against what it should have signed.</summary>
    /// <param name="data">The signed bytes, from the first on.</param>
    /// <param name="expected">Whose signature counts.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The fingerprint of the key that has signed.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.SignatureRejected"/>: each cause has words of its own.</exception>
    public async Task<string> VerifyAsync(Stream data, PgpKey expected, DateTimeOffset now, CancellationToken cancel)
    {
        var signature = Parse();
        var key =
            expected.Find(signature.KeyId)
            ?? throw Reject($"It is of the key {signature.KeyId:X16}, and that is none of {expected.Fingerprint}.");
        if (signature.SignatureType != PgpSignature.BinaryDocument)
        {
            throw Reject("It is not the signature of a file.");
        }

        if (!PgpFormat.IsStrong(signature.HashAlgorithm))
        {
            throw Reject(
                $"It uses the hash function {signature.HashAlgorithm.ToString().ToUpperInvariant()}, which is too weak to vouch for anything."
            );
        }

        CheckTimes(signature, key, expected, now);
        if (!await IsOfAsync(signature, key, data, cancel).ConfigureAwait(false))
        {
            throw Reject($"It is of the right key, {PgpKey.FingerprintOf(key)}, and of other bytes.");
        }

        return PgpKey.FingerprintOf(key);
    }

    private PgpSignature Parse()
    {
        try
        {
            using var stream = PgpUtilities.GetDecoderStream(new MemoryStream(bytes));
            return new PgpObjectFactory(stream).NextPgpObject() is PgpSignatureList { Count: 1 } list
                ? list[0]
                : throw Reject("The file does not hold one OpenPGP signature.");
        }
        catch (Exception e) when (PgpFormat.IsMalformed(e))
        {
            throw Reject("The file does not hold an OpenPGP signature.", e);
        }
    }

    private void CheckTimes(PgpSignature signature, PgpPublicKey key, PgpKey expected, DateTimeOffset now)
    {
        if (PgpSubkey.WhyNot(key, expected.Primary, out var until) is { } why)
        {
            throw Reject($"It is of {PgpKey.FingerprintOf(key)}, and {why}.");
        }

        // What was signed in time stays signed, also when the key has expired since.
        var made = signature.CreationTime;
        if (until is { } end && made > end)
        {
            throw Reject($"Its key, {PgpKey.FingerprintOf(key)}, had expired on {Day(end)} when it was made, on {Day(made)}.");
        }

        if (made < key.CreationTime)
        {
            throw Reject($"It was made on {Day(made)}, before its key, {PgpKey.FingerprintOf(key)}, on {Day(key.CreationTime)}.");
        }

        if (made > now.UtcDateTime + s_tolerance)
        {
            throw Reject(
                $"It was made on {Day(made)}, and by the clock of this machine that is still to come: it is {Day(now.UtcDateTime)}."
            );
        }

        if (
            signature.GetHashedSubPackets()?.GetSignatureExpirationTime() is > 0 and var seconds
            && made.AddSeconds(seconds) < now.UtcDateTime
        )
        {
            throw Reject($"It has expired on {Day(made.AddSeconds(seconds))}.");
        }
    }

    private async Task<bool> IsOfAsync(PgpSignature signature, PgpPublicKey key, Stream data, CancellationToken cancel)
    {
        try
        {
            signature.InitVerify(key);
        }
        catch (Exception e) when (PgpFormat.IsMalformed(e))
        {
            throw Reject("It uses a kind of key or hash function that is not known here.", e);
        }

        var buffer = new byte[Block];
        for (int count; (count = await data.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0; )
        {
            signature.Update(buffer, 0, count);
        }

        try
        {
            return signature.Verify();
        }
        catch (Exception e) when (PgpFormat.IsMalformed(e))
        {
            return false;
        }
    }

    private static string Day(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private GoToolchainException Reject(string problem, Exception? inner = null) =>
        new(
            GoErrorCodes.SignatureRejected,
            "The OpenPGP signature is rejected. " + problem,
            place,
            $"Do not use the archive. If another key signs it by right, name that key with {GoSettings.SigningKey.Option}.",
            inner
        );
}
