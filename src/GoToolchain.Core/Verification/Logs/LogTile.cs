using System.Globalization;

namespace GoToolchain.Verification.Logs;

/// <summary>
/// A piece of the tree of a log: up to 256 hashes that stand side by side (golang.org/x/mod/sumdb/tlog, Tile; https://research.swtch.com/tlog).
/// </summary>
/// <param name="Level">Its hashes are those of complete parts with 256^<see cref="Level"/> records.</param>
/// <param name="Index">Which of its level.</param>
/// <param name="Width">How many hashes: 256, or fewer at the right edge.</param>
internal readonly record struct LogTile(int Level, long Index, int Width)
{
    public const int Height = 8;
    public const int FullWidth = 1 << Height;

    /// <summary>How many bytes it has.</summary>
    public int Size => Width * LogHash.Size;

    /// <summary>The same tile when the log has grown beyond it.</summary>
    public LogTile Full => this with { Width = FullWidth };

    /// <summary>Its path, for example <c>tile/8/0/x001/234.p/5</c>.</summary>
    public string Path
    {
        get
        {
            var index = (Index % 1000).ToString("000", CultureInfo.InvariantCulture);
            for (var rest = Index / 1000; rest > 0; rest /= 1000)
            {
                index = string.Create(CultureInfo.InvariantCulture, $"x{rest % 1000:000}/{index}");
            }

            var part = Width == FullWidth ? "" : string.Create(CultureInfo.InvariantCulture, $".p/{Width}");
            return string.Create(CultureInfo.InvariantCulture, $"tile/{Height}/{Level}/{index}{part}");
        }
    }

    /// <summary>Its hashes.</summary>
    /// <param name="bytes">Its bytes: <see cref="Size"/>.</param>
    public static Sha256Digest[] Hashes(ReadOnlySpan<byte> bytes)
    {
        var hashes = new Sha256Digest[bytes.Length / LogHash.Size];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = new Sha256Digest(bytes.Slice(i * LogHash.Size, LogHash.Size));
        }

        return hashes;
    }
}
