using System.Buffers;

namespace GoToolchain.Inspection.Binaries;

internal sealed partial class ElfImage
{
    private const uint SymbolTable = 2; // SHT_SYMTAB
    private const uint NoBits = 8; // SHT_NOBITS
    private const uint DynamicSymbols = 11; // SHT_DYNSYM
    private const int MostNameBytes = 1 << 20;
    private const ulong MostSections = 1 << 17;

    private bool _hasSections;
    private bool _hasSymbols;
    private bool _hasDebugInfo;
    private Section? _dynamicSymbols;
    private Section? _dynamicNames;

    private readonly record struct Section(uint Name, uint Type, ulong Address, ulong Offset, ulong Size, uint Link);

    private void ReadSections(ulong offset, int entrySize, int count, int names)
    {
        var size = _is64 ? 64 : 40;
        if (offset == 0 || (count > 0 && entrySize != size))
        {
            return;
        }

        // More than 65,279 sections are counted in the first one; so is the number of their name table (gABI, "Sections").
        var first = count == 0 || names == 0xffff ? ReadSection(offset, 0) : default;
        var total = Math.Min(count == 0 ? first.Size : (ulong)count, MostSections);
        var nameTable = names == 0xffff ? first.Link : (uint)names;
        if (!Holds(offset, total * (ulong)size))
        {
            Miss(offset, total * (ulong)size, "the table of sections");
        }

        if (CutShort is not null || nameTable >= total)
        {
            return;
        }

        _hasSections = true;
        var table = ReadSection(offset, nameTable);
        var length = (int)Math.Min(Math.Min(table.Size, MostNameBytes), (ulong)Source.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var known = table.Offset > long.MaxValue ? 0 : Source.Read((long)table.Offset, buffer.AsSpan(0, length));
            LookAtSections(offset, total, buffer.AsSpan(0, known));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void LookAtSections(ulong offset, ulong count, ReadOnlySpan<byte> names)
    {
        for (ulong i = 1; i < count; i++)
        {
            var section = ReadSection(offset, i);
            if (section.Type is 0 or NoBits)
            {
                continue;
            }

            var name = NameOf(section, names);
            if (!Holds(section.Offset, section.Size))
            {
                Miss(section.Offset, section.Size, "the section", name);
            }

            if (name.SequenceEqual(".go.buildinfo"u8))
            {
                BuildInfoArea ??= (section.Address, section.Size);
            }

            _hasDebugInfo |= name.SequenceEqual(".debug_info"u8) || name.SequenceEqual(".zdebug_info"u8);
            _hasSymbols |= section.Type == SymbolTable;
            if (section.Type == DynamicSymbols && section.Link < count)
            {
                (_dynamicSymbols, _dynamicNames) = (section, ReadSection(offset, section.Link));
            }
        }
    }

    private Section ReadSection(ulong table, ulong index)
    {
        var size = _is64 ? 64 : 40;
        Span<byte> entry = stackalloc byte[size];
        Source.ReadExactly(table + (index * (ulong)size), entry, "a section header");
        var fields = new Fields(entry, _isLittle);
        return _is64
            ? new Section(fields.Word(0), fields.Word(4), fields.Long(16), fields.Long(24), fields.Long(32), fields.Word(40))
            : new Section(fields.Word(0), fields.Word(4), fields.Word(12), fields.Word(16), fields.Word(20), fields.Word(24));
    }

    private static ReadOnlySpan<byte> NameOf(Section section, ReadOnlySpan<byte> names)
    {
        if (section.Name >= names.Length)
        {
            return default;
        }

        var name = names[(int)section.Name..];
        var end = name.IndexOf((byte)0);
        return end < 0 ? default : name[..end];
    }
}
