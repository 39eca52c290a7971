using System.Buffers.Binary;
using System.Text;

namespace GoToolchain.Core.Tests.Inspection.Binaries;

/// <summary>
/// The smallest Mach-O file with data, for what no Go that can be had builds: 32 bits (until Go 1.14), big-endian (never), universal files (made by
/// lipo).
/// </summary>
internal static class CraftedMachO
{
    public const ulong DataAddress = 0x2000;
    private const int DataOffset = 0x200;

    /// <summary>Makes a program with one writable segment.</summary>
    /// <param name="is64">64 bits.</param>
    /// <param name="isLittle">Little-endian.</param>
    /// <param name="data">What is loaded to <see cref="DataAddress"/>.</param>
    /// <param name="section">The name of the section that holds it.</param>
    public static byte[] Create(bool is64, bool isLittle, byte[] data, string section = "__data")
    {
        var file = new byte[DataOffset + data.Length];
        var (header, segment, entry) = is64 ? (32, 72, 80) : (28, 56, 68);
        Word(0, is64 ? 0xfeedfacf : 0xfeedface);
        Word(4, is64 ? 0x0100000cu : 7u);
        Word(12, 2);
        Word(16, 1);
        Word(20, (uint)(segment + entry));
        Word(header, is64 ? 0x19u : 1u);
        Word(header + 4, (uint)(segment + entry));
        Text(header + 8, "__DATA");
        Range(header + 24, DataAddress, (ulong)data.Length, DataOffset, (ulong)data.Length);
        Word(header + (is64 ? 56 : 40), 3);
        Word(header + (is64 ? 60 : 44), 3);
        Word(header + (is64 ? 64 : 48), 1);
        Text(header + segment, section);
        Text(header + segment + 16, "__DATA");
        Range(header + segment + 32, DataAddress, (ulong)data.Length);
        Word(header + segment + 32 + (is64 ? 16 : 8), DataOffset);
        data.CopyTo(file, DataOffset);
        return file;

        void Text(int offset, string text) => Encoding.ASCII.GetBytes(text).CopyTo(file, offset);

        void Word(int offset, uint value)
        {
            var target = file.AsSpan(offset);
            if (isLittle)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(target, value);
            }
            else
            {
                BinaryPrimitives.WriteUInt32BigEndian(target, value);
            }
        }

        void Range(int offset, params ulong[] values)
        {
            foreach (var (i, value) in values.Index())
            {
                var (high, low) = ((uint)(value >> 32), (uint)value);
                if (!is64)
                {
                    Word(offset + (4 * i), low);
                    continue;
                }

                Word(offset + (8 * i), isLittle ? low : high);
                Word(offset + (8 * i) + 4, isLittle ? high : low);
            }
        }
    }

    /// <summary>Puts programs into one universal file, each at a multiple of 4096.</summary>
    public static byte[] Universal(params byte[][] programs)
    {
        const int page = 4096;
        var start = page;
        var file = new List<byte>(new byte[page]);
        var header = new byte[page];
        BinaryPrimitives.WriteUInt32BigEndian(header, 0xcafebabe);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), (uint)programs.Length);
        foreach (var (i, program) in programs.Index())
        {
            var entry = header.AsSpan(8 + (20 * i));
            // CPU type and subtype of a little-endian program, at 4 and 8 of its header.
            BinaryPrimitives.WriteUInt32BigEndian(entry, BinaryPrimitives.ReadUInt32LittleEndian(program.AsSpan(4)));
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], BinaryPrimitives.ReadUInt32LittleEndian(program.AsSpan(8)));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)start);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)program.Length);
            BinaryPrimitives.WriteUInt32BigEndian(entry[16..], 12);
            file.AddRange(program);
            file.AddRange(new byte[(page - (file.Count % page)) % page]);
            start = file.Count;
        }

        header.CopyTo(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(file));
        return [.. file];
    }
}
