using System.Buffers.Binary;
using System.Text;
using GoToolchain.Verification;

namespace GoToolchain.Store;

/// <summary>
/// Every file of a toolchain, ordered by path (bytewise). The file format is little-endian: the magic <c>GOTCMAN1</c>, the number of entries
/// (4 bytes), then for each entry the size (8), mode (4), SHA-256 (32), offset (4) and length (4) of its path, then all paths in UTF-8.
/// Its length is fixed by its head, so a cut-off file is recognised.
/// </summary>
/// <param name="entries">The files, in any order.</param>
public sealed class Manifest(IEnumerable<ManifestEntry> entries)
{
    private const int HeadSize = 12;
    private const int EntrySize = 52;
    private static ReadOnlySpan<byte> Magic => "GOTCMAN1"u8;

    /// <summary>The files, ordered by path.</summary>
    public IReadOnlyList<ManifestEntry> Entries { get; } = Ordered([.. entries]);

    /// <summary>The sum of all sizes, in bytes.</summary>
    public long Bytes => Entries.Sum(e => e.Size);

    // One that is read from a file is in order already.
    private static ManifestEntry[] Ordered(ManifestEntry[] entries)
    {
        for (var i = 1; i < entries.Length; i++)
        {
            if (string.CompareOrdinal(entries[i - 1].Path, entries[i].Path) > 0)
            {
                return [.. entries.OrderBy(e => e.Path, StringComparer.Ordinal)];
            }
        }

        return entries;
    }

    /// <summary>Reads a manifest.</summary>
    /// <param name="file">The file.</param>
    /// <returns>Null when there is none, or it is damaged.</returns>
    public static Manifest? Read(string file)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return Parse(bytes);
    }

    /// <summary>Reads a manifest from memory.</summary>
    /// <param name="bytes">The content of the file.</param>
    /// <returns>Null when it is damaged.</returns>
    public static Manifest? Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeadSize || !bytes.StartsWith(Magic))
        {
            return null;
        }

        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        if (count < 0 || count > (bytes.Length - HeadSize) / EntrySize)
        {
            return null;
        }

        var paths = bytes[(HeadSize + (count * EntrySize))..];
        var entries = new List<ManifestEntry>(count);
        for (var i = 0; i < count; i++)
        {
            var entry = bytes.Slice(HeadSize + (i * EntrySize), EntrySize);
            var offset = BinaryPrimitives.ReadUInt32LittleEndian(entry[44..]);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(entry[48..]);
            if ((long)offset + length > paths.Length)
            {
                return null;
            }

            entries.Add(
                new ManifestEntry(
                    Encoding.UTF8.GetString(paths.Slice((int)offset, (int)length)),
                    BinaryPrimitives.ReadInt64LittleEndian(entry),
                    (UnixFileMode)BinaryPrimitives.ReadInt32LittleEndian(entry[8..]),
                    new Sha256Digest(entry.Slice(12, 32))
                )
            );
        }

        return new Manifest(entries);
    }

    /// <summary>The content of the file.</summary>
    public byte[] ToBytes()
    {
        var paths = Entries.Select(e => Encoding.UTF8.GetBytes(e.Path)).ToArray();
        var bytes = new byte[HeadSize + (Entries.Count * EntrySize) + paths.Sum(p => p.Length)];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Entries.Count);
        var blob = HeadSize + (Entries.Count * EntrySize);
        var offset = 0;
        for (var i = 0; i < Entries.Count; i++)
        {
            var entry = bytes.AsSpan(HeadSize + (i * EntrySize), EntrySize);
            BinaryPrimitives.WriteInt64LittleEndian(entry, Entries[i].Size);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], (int)Entries[i].Mode);
            Entries[i].Digest.CopyTo(entry[12..]);
            BinaryPrimitives.WriteInt32LittleEndian(entry[44..], offset);
            BinaryPrimitives.WriteInt32LittleEndian(entry[48..], paths[i].Length);
            paths[i].CopyTo(bytes.AsSpan(blob + offset));
            offset += paths[i].Length;
        }

        return bytes;
    }
}
