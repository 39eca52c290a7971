using System.Security.Cryptography;
using System.Text;

namespace GoToolchain.Verification;

/// <summary>The <c>h1:</c> hash of a set of files, as go.sum and the checksum database have it (golang.org/x/mod/sumdb/dirhash).</summary>
internal static class DirectoryHash
{
    /// <summary>Computes it.</summary>
    /// <param name="files">Names with <c>/</c>, each once, and the SHA-256 of the content.</param>
    /// <exception cref="ArgumentException">A name has a line feed in it, so that the list would have two readings.</exception>
    public static string Of(IEnumerable<(string Name, Sha256Digest Digest)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Bytewise, which is not the order of UTF-16.
        foreach (
            var (name, digest) in files.Select(f => (Encoding.UTF8.GetBytes(f.Name), f.Digest)).OrderBy(f => f.Item1, ByteOrder.Instance)
        )
        {
            if (name.AsSpan().Contains((byte)'\n'))
            {
                throw new ArgumentException("A name has a line feed in it.", nameof(files));
            }

            hash.AppendData(Encoding.ASCII.GetBytes(digest + "  "));
            hash.AppendData(name);
            hash.AppendData("\n"u8);
        }

        return "h1:" + Convert.ToBase64String(hash.GetHashAndReset());
    }

    private sealed class ByteOrder : IComparer<byte[]>
    {
        public static ByteOrder Instance { get; } = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
