using System.Buffers.Binary;
using System.Text;

namespace GoToolchain.Locating.Launchers;

/// <summary>The names of the sections of an ELF file (elf(5)), in three small reads. Headers that lie give no names.</summary>
internal static class ElfSectionNames
{
    private const int MostNames = 64 * 1024;

    /// <summary>Reads the names.</summary>
    /// <param name="file">An ELF file: regular.</param>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static HashSet<string> Read(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> header = stackalloc byte[64];
        if (RandomAccess.Read(handle, header, 0) < header.Length)
        {
            return [];
        }

        var is64 = header[4] == 2;
        var isLittle = header[5] == 1;
        var table = Address(header[(is64 ? 0x28 : 0x20)..], is64, isLittle);
        var entrySize = Half(header[(is64 ? 0x3a : 0x2e)..], isLittle);
        var nameIndex = Half(header[(is64 ? 0x3e : 0x32)..], isLittle);
        var length = (ulong)RandomAccess.GetLength(handle);
        Span<byte> section = stackalloc byte[64];
        var place = table + ((ulong)entrySize * nameIndex);
        if (table == 0 || table > length || place > length || RandomAccess.Read(handle, section, (long)place) < 40)
        {
            return [];
        }

        var offset = Address(section[(is64 ? 0x18 : 0x10)..], is64, isLittle);
        var size = Address(section[(is64 ? 0x20 : 0x14)..], is64, isLittle);
        if (offset > length || size > length - offset)
        {
            return [];
        }

        var names = new byte[Math.Min(size, MostNames)];
        var read = RandomAccess.Read(handle, names, (long)offset);
        return [.. Encoding.ASCII.GetString(names.AsSpan(0, read)).Split('\0')];
    }

    private static ushort Half(ReadOnlySpan<byte> at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static ulong Address(ReadOnlySpan<byte> at, bool is64, bool isLittle) =>
        (is64, isLittle) switch
        {
            (true, true) => BinaryPrimitives.ReadUInt64LittleEndian(at),
            (true, false) => BinaryPrimitives.ReadUInt64BigEndian(at),
            (false, true) => BinaryPrimitives.ReadUInt32LittleEndian(at),
            (false, false) => BinaryPrimitives.ReadUInt32BigEndian(at),
        };
}
