using System.Buffers;
using System.Text;

namespace GoToolchain.Inspection.Binaries;

/// <summary>
/// What Go's linker leaves in a program: 14 magic bytes at a multiple of 16, the size of a pointer, flags; then, from Go 1.18 on, the version and
/// the module text themselves, or before, the addresses of two Go strings. See debug/buildinfo in Go's library, <c>readRawBuildInfo</c>.
/// </summary>
/// <param name="Version">The Go version; never empty.</param>
/// <param name="Modules">The module text without its frame; empty when the program was built without modules, or it was not asked for.</param>
internal readonly record struct BuildInfoBlob(string Version, string Modules)
{
    private const int Alignment = 16;
    private const int HeaderSize = 32;
    private const int FirstChunk = 4096;
    private const int Chunk = 65536;
    private const int LongestVersion = 4096;
    private const int Frame = 16;

    // The biggest programs have some 100 kB: a line for each of a thousand modules, and the flags of the linker.
    internal const int LongestModules = 1 << 20;

    // The linker puts the information first; behind it, in programs with C code, may come the data of other objects.
    internal const ulong SearchLimit = 64 << 20;

    private const byte BigEndian = 1;
    private const byte Inline = 2;

    private static readonly byte[] s_magic = [0xff, .. " Go buildinf:"u8];

    /// <summary>Finds and reads it.</summary>
    /// <param name="image">The program.</param>
    /// <param name="versionOnly">The module text is not wanted.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="BinaryDamageException">It contradicts the file.</exception>
    public static BuildInfoBlob? Read(BinaryImage image, bool versionOnly)
    {
        if (image.BuildInfoArea is not { } area || Find(image, area.Address, area.Size) is not { } address)
        {
            return null;
        }

        Span<byte> header = stackalloc byte[HeaderSize];
        if (image.Read(address, header) < HeaderSize)
        {
            return null;
        }

        return (header[15] & Inline) != 0 ? ReadInline(image, address + HeaderSize, versionOnly) : ReadPointers(image, header, versionOnly);
    }

    private static BuildInfoBlob? ReadInline(BinaryImage image, ulong address, bool versionOnly)
    {
        var version = InlineString(image, ref address, LongestVersion, "Go version");
        var modules = versionOnly ? [] : InlineString(image, ref address, LongestModules, "module text");
        return version.Length == 0 ? null : new BuildInfoBlob(Text(version), Unframe(modules));
    }

    private static BuildInfoBlob? ReadPointers(BinaryImage image, ReadOnlySpan<byte> header, bool versionOnly)
    {
        var size = header[14];
        if (size is not (4 or 8))
        {
            throw new BinaryDamageException($"the Go build information has pointers of {size} bytes");
        }

        var pointers = new Fields(header[16..], isLittle: (header[15] & BigEndian) == 0);
        var is64 = size == 8;
        var version = PointedString(image, pointers.Address(0, is64), header, LongestVersion);
        var modules = versionOnly ? [] : PointedString(image, pointers.Address(size, is64), header, LongestModules);
        return version.Length == 0
            ? throw new BinaryDamageException("the Go build information, of the kind before Go 1.18, points to no version")
            : new BuildInfoBlob(Text(version), Unframe(modules));
    }

    // The length as a varint, then the bytes.
    private static byte[] InlineString(BinaryImage image, ref ulong address, int longest, string what)
    {
        Span<byte> prefix = stackalloc byte[10];
        prefix = prefix[..image.Read(address, prefix)];
        var (length, shift, used) = (0UL, 0, 0);
        foreach (var b in prefix)
        {
            length |= (ulong)(b & 0x7f) << shift;
            shift += 7;
            used++;
            if (b < 0x80)
            {
                break;
            }
        }

        if (used == 0 || prefix[used - 1] >= 0x80 || length > (ulong)longest)
        {
            throw new BinaryDamageException($"the {what} in the Go build information has no length that makes sense");
        }

        var bytes = new byte[(int)length];
        address += (ulong)used;
        if (image.Read(address, bytes) < bytes.Length)
        {
            throw new BinaryDamageException($"the {what} in the Go build information should have {length} bytes, which are not there");
        }

        address += length;
        return bytes;
    }

    // A Go string: the address of its bytes, and their number. What leads nowhere is empty, as in Go.
    private static byte[] PointedString(BinaryImage image, ulong address, ReadOnlySpan<byte> blob, int longest)
    {
        var size = blob[14];
        Span<byte> pair = stackalloc byte[2 * size];
        if (image.Read(address, pair) < pair.Length)
        {
            return [];
        }

        var fields = new Fields(pair, isLittle: (blob[15] & BigEndian) == 0);
        var (start, length) = (fields.Address(0, size == 8), fields.Address(size, size == 8));
        if (length > (ulong)longest || image.Map(start) is not { } place || (ulong)place.Length < length)
        {
            return [];
        }

        var bytes = new byte[(int)length];
        return image.Read(start, bytes) == bytes.Length ? bytes : [];
    }

    private static ulong? Find(BinaryImage image, ulong start, ulong size)
    {
        if (start > ulong.MaxValue - SearchLimit - Chunk)
        {
            return null;
        }

        var end = start + Math.Min(size, SearchLimit);
        start = (start + Alignment - 1) & ~(ulong)(Alignment - 1);
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        try
        {
            for (var length = FirstChunk; start < end; start += (ulong)length, length = Chunk)
            {
                length = (int)Math.Min((ulong)length, end - start);
                var chunk = buffer.AsSpan(0, image.Read(start, buffer.AsSpan(0, length)));
                if (FindAligned(chunk) is { } found)
                {
                    return end - start - (ulong)found < HeaderSize ? null : start + (ulong)found;
                }

                // The rest is in memory only, or not in the file at all.
                if (chunk.Length < length)
                {
                    return null;
                }
            }

            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Aligned as chunks are, it never lies across two of them.
    private static int? FindAligned(ReadOnlySpan<byte> chunk)
    {
        for (var from = 0; from < chunk.Length; )
        {
            var at = chunk[from..].IndexOf(s_magic);
            if (at < 0)
            {
                return null;
            }

            at += from;
            if (at % Alignment == 0)
            {
                return at;
            }

            from = (at + Alignment - 1) & ~(Alignment - 1);
        }

        return null;
    }

    // Between 16 random bytes on either side, by which the text can be found in any file (cmd/go/internal/modload, infoStart and infoEnd).
    private static string Unframe(byte[] text) =>
        text.Length > 2 * Frame && text[^(Frame + 1)] == '\n' ? Text(text.AsSpan(Frame..^Frame)) : "";

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
