using System.Buffers.Binary;
using System.Text;

namespace GoToolchain.Core.Tests.Inspection.Linkage;

/// <summary>A 64-bit little-endian ELF file of nothing but headers, names and a dynamic section: what no linker would make, and a loader has to bear.</summary>
internal sealed class SyntheticElf
{
    public ushort Machine { get; init; } = GoPlatform.Host.Arch == "arm64" ? (ushort)183 : (ushort)62;

    public IEnumerable<string> Needed { get; init; } = [];

    public string? Soname { get; init; }

    public string? RPath { get; init; }

    public string? RunPath { get; init; }

    public string? Interpreter { get; init; }

    /// <summary>Writes it.</summary>
    /// <param name="file">Absolute.</param>
    /// <returns>The file.</returns>
    public string Write(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, ToBytes());
        return file;
    }

    public byte[] ToBytes()
    {
        var strings = new MemoryStream();
        strings.WriteByte(0);
        var entries = new List<(ulong Tag, ulong Value)>();
        entries.AddRange(Needed.Select(n => (1UL, Add(n))));
        AddText(14, Soname);
        AddText(15, RPath);
        AddText(29, RunPath);
        var headers = Interpreter is null ? 2 : 3;
        var dynamic = 64 + (56 * headers);
        var names = dynamic + (16 * (entries.Count + 3));
        entries.AddRange([(5, (ulong)names), (10, (ulong)strings.Length), (0, 0)]);
        var interpreter = names + (int)strings.Length;
        var text = Encoding.UTF8.GetBytes((Interpreter ?? "") + "\0");
        var bytes = new byte[interpreter + text.Length];
        new byte[] { 0x7f, 0x45, 0x4c, 0x46, 2, 1, 1 }.CopyTo(bytes, 0);
        Half(16, 3);
        Half(18, Machine);
        Word(20, 1);
        Long(32, 64);
        Half(52, 64);
        Half(54, 56);
        Half(56, (ushort)headers);
        Segment(0, type: 1, 0, bytes.Length);
        Segment(1, type: 2, dynamic, 16 * entries.Count);
        if (Interpreter is not null)
        {
            Segment(2, type: 3, interpreter, text.Length);
        }

        for (var i = 0; i < entries.Count; i++)
        {
            Long(dynamic + (16 * i), entries[i].Tag);
            Long(dynamic + (16 * i) + 8, entries[i].Value);
        }

        strings.ToArray().CopyTo(bytes, names);
        text.CopyTo(bytes, interpreter);
        return bytes;

        ulong Add(string name)
        {
            var at = (ulong)strings.Length;
            strings.Write(Encoding.UTF8.GetBytes(name + "\0"));
            return at;
        }

        void AddText(ulong tag, string? value)
        {
            if (value is not null)
            {
                entries.Add((tag, Add(value)));
            }
        }

        void Segment(int index, uint type, int offset, int length)
        {
            var at = 64 + (56 * index);
            Word(at, type);
            Word(at + 4, 4);
            Long(at + 8, (ulong)offset);
            Long(at + 16, (ulong)offset);
            Long(at + 32, (ulong)length);
            Long(at + 40, (ulong)length);
        }

        void Half(int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), value);
        void Word(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);
        void Long(int at, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at), value);
    }
}
