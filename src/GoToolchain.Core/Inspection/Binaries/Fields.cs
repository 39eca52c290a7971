using System.Buffers.Binary;

namespace GoToolchain.Inspection.Binaries;

/// <summary>Numbers in a header, in the byte order of the file.</summary>
/// <param name="bytes">The header.</param>
/// <param name="isLittle">Little-endian.</param>
internal readonly ref struct Fields(ReadOnlySpan<byte> bytes, bool isLittle)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public ReadOnlySpan<byte> Bytes => _bytes;

    public ushort Half(int offset) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(_bytes[offset..]) : BinaryPrimitives.ReadUInt16BigEndian(_bytes[offset..]);

    public uint Word(int offset) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(_bytes[offset..]) : BinaryPrimitives.ReadUInt32BigEndian(_bytes[offset..]);

    public ulong Long(int offset) =>
        isLittle ? BinaryPrimitives.ReadUInt64LittleEndian(_bytes[offset..]) : BinaryPrimitives.ReadUInt64BigEndian(_bytes[offset..]);

    /// <summary>A number as wide as an address.</summary>
    public ulong Address(int offset, bool is64) => is64 ? Long(offset) : Word(offset);

    /// <summary>The part from an offset on.</summary>
    public Fields From(int offset) => new(_bytes[offset..], isLittle);

    /// <summary>A name in a field of fixed width, which ends at its first NUL.</summary>
    public ReadOnlySpan<byte> Name(int offset, int width)
    {
        var field = _bytes.Slice(offset, width);
        var end = field.IndexOf((byte)0);
        return end < 0 ? field : field[..end];
    }
}
