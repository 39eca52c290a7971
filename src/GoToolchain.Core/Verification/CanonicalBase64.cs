namespace GoToolchain.Verification;

/// <summary>
/// Base64 of which there is exactly one text for some bytes. Decoders take unused bits and white space as they come; what is signed or compared
/// must not have a second spelling.
/// </summary>
internal static class CanonicalBase64
{
    private const int MaxLength = 4096;

    /// <summary>Decodes.</summary>
    /// <returns>Null when the text is not what the bytes encode to.</returns>
    public static byte[]? Decode(string text)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) && Convert.ToBase64String(bytes, 0, count) == text
            ? bytes[..count]
            : null;
    }

    /// <summary>Decodes a SHA-256 value.</summary>
    public static bool TryDecode(string text, out Sha256Digest digest)
    {
        var bytes = Decode(text);
        digest = bytes is { Length: 32 } ? new Sha256Digest(bytes) : default;
        return bytes is { Length: 32 };
    }

    /// <summary>Encodes a SHA-256 value.</summary>
    public static string Encode(Sha256Digest digest)
    {
        Span<byte> bytes = stackalloc byte[32];
        digest.CopyTo(bytes);
        return Convert.ToBase64String(bytes);
    }
}
