using System.Security.Cryptography;

namespace GoToolchain.Verification.Logs;

/// <summary>The hashes of a log's tree (RFC 6962, 2.1). Complete parts of it have 2^n leaves; what is left over hangs at the right edge.</summary>
internal static class LogHash
{
    public const int Size = 32;

    /// <summary>Of a record.</summary>
    public static Sha256Digest Leaf(ReadOnlySpan<byte> record) => new(SHA256.HashData([0, .. record]));

    /// <summary>Of two parts.</summary>
    public static Sha256Digest Node(Sha256Digest left, Sha256Digest right)
    {
        Span<byte> bytes = stackalloc byte[1 + (2 * Size)];
        bytes[0] = 1;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[(1 + Size)..]);
        Span<byte> hash = stackalloc byte[Size];
        SHA256.HashData(bytes, hash);
        return new Sha256Digest(hash);
    }

    /// <summary>Of a complete part.</summary>
    /// <param name="hashes">Those of its leaves, or of equal complete parts below it: 2^n.</param>
    public static Sha256Digest Complete(ReadOnlySpan<Sha256Digest> hashes) =>
        hashes.Length == 1 ? hashes[0] : Node(Complete(hashes[..(hashes.Length / 2)]), Complete(hashes[(hashes.Length / 2)..]));

    /// <summary>
    /// The hash of everything from here to the right edge.
    /// </summary>
    /// <param name="hashes">Complete parts of one size, fewer than a tile has, after which only smaller ones follow.</param>
    /// <param name="rest">The hash of those smaller ones; null when there are none.</param>
    public static Sha256Digest? Edge(ReadOnlySpan<Sha256Digest> hashes, Sha256Digest? rest)
    {
        // The bits of the count are the complete parts, the largest at the left.
        for (var size = 1; hashes.Length > 0; size *= 2)
        {
            if ((hashes.Length & size) != 0)
            {
                var part = Complete(hashes[^size..]);
                rest = rest is { } right ? Node(part, right) : part;
                hashes = hashes[..^size];
            }
        }

        return rest;
    }
}
