using System.Buffers.Text;

namespace GoToolchain.Inspection.Binaries;

/// <summary>Names of sections that are longer than eight bytes: <c>/123</c> stands for that place in the string table behind the symbols.</summary>
/// <param name="source">The file.</param>
/// <param name="table">Where the string table begins.</param>
internal sealed class PeLongNames(ByteSource source, ulong table)
{
    /// <summary>It is the section of DWARF debug information, plain or compressed.</summary>
    /// <param name="name">As the header has it.</param>
    public bool IsDebugInfo(ReadOnlySpan<byte> name)
    {
        if (!name.StartsWith("/"u8) || !Utf8Parser.TryParse(name[1..], out uint offset, out _) || table > long.MaxValue - uint.MaxValue)
        {
            return false;
        }

        Span<byte> text = stackalloc byte[13];
        text = text[..source.Read((long)table + offset, text)];
        return text.StartsWith(".debug_info\0"u8) || text.StartsWith(".zdebug_info\0"u8);
    }
}
