using System.Text;
using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Inspection.Linkage.Windows;

/// <summary>The import tables of a PE file; see "PE Format", sections 2 to 4.8, in Microsoft's documentation.</summary>
internal sealed class PeImports
{
    private const int MostImports = 4096;
    private const int MostSections = 4096;
    private const int LongestName = 512;

    private readonly ByteSource _source;
    private readonly List<MappedRange> _sections = [];

    private PeImports(ByteSource source) => _source = source;

    /// <summary>GOARCH; null when Go has no port to it.</summary>
    public string? Arch { get; private set; }

    /// <summary>IMAGE_FILE_DLL.</summary>
    public bool IsLibrary { get; private set; }

    /// <summary>The DLLs, in the order of the tables.</summary>
    public List<PeImport> Imports { get; } = [];

    /// <summary>There are more than were read.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>Reads them.</summary>
    /// <exception cref="BinaryDamageException">The headers lie.</exception>
    public static PeImports Read(ByteSource source)
    {
        var imports = new PeImports(source);
        imports.Read();
        return imports;
    }

    private void Read()
    {
        Span<byte> dos = stackalloc byte[64];
        _source.ReadExactly(0, dos, "the DOS header");
        ulong at = new Fields(dos, isLittle: true).Word(0x3c);
        Span<byte> head = stackalloc byte[24];
        _source.ReadExactly(at, head, "the PE header");
        if (!head.StartsWith("PE\0\0"u8))
        {
            throw new BinaryDamageException("it is a DOS program without a PE header");
        }

        var fields = new Fields(head, isLittle: true);
        Arch = MachineArch.PortableExecutable(fields.Half(4));
        IsLibrary = (fields.Half(22) & 0x2000) != 0;
        ReadSections(at + 24 + fields.Half(20), fields.Half(6));
        ReadDirectories(at + 24, fields.Half(20));
    }

    private void ReadSections(ulong table, int count)
    {
        Span<byte> entry = stackalloc byte[40];
        for (var i = 0; i < Math.Min(count, MostSections); i++)
        {
            _source.ReadExactly(table + (ulong)(i * 40), entry, $"section header {i}");
            var fields = new Fields(entry, isLittle: true);
            _sections.Add(new MappedRange(fields.Word(12), fields.Word(20), fields.Word(16)));
        }
    }

    private void ReadDirectories(ulong header, int size)
    {
        if (size < 2)
        {
            return;
        }

        Span<byte> magic = stackalloc byte[2];
        _source.ReadExactly(header, magic, "the optional header");
        var is64 = new Fields(magic, isLittle: true).Half(0) == 0x20b;
        // The table of directories follows after the fixed part; its length is the number before it.
        var tables = is64 ? 112 : 96;
        ReadTable(header, size, tables + (1 * 8), entrySize: 20, nameOffset: 12, isDelayed: false);
        ReadTable(header, size, tables + (13 * 8), entrySize: 32, nameOffset: 4, isDelayed: true);
    }

    private void ReadTable(ulong header, int headerSize, int directory, int entrySize, int nameOffset, bool isDelayed)
    {
        if (directory + 8 > headerSize)
        {
            return;
        }

        Span<byte> place = stackalloc byte[8];
        _source.ReadExactly(header + (ulong)directory, place, "the table of directories");
        var address = new Fields(place, isLittle: true).Word(0);
        if (address == 0)
        {
            return;
        }

        // The table ends with an entry of zeros; its size in the header is not what Windows goes by.
        Span<byte> entry = stackalloc byte[entrySize];
        for (ulong i = 0; ; i++)
        {
            if (Imports.Count == MostImports)
            {
                IsCutShort = true;
                return;
            }

            ReadAt(address + (i * (ulong)entrySize), entry);
            var name = new Fields(entry, isLittle: true).Word(nameOffset);
            if (name == 0)
            {
                return;
            }

            Imports.Add(new PeImport(ReadName(name), isDelayed));
        }
    }

    private void ReadAt(ulong address, Span<byte> target)
    {
        if (Map(address) is not { } place || place.Length < target.Length || _source.Read(place.Offset, target) < target.Length)
        {
            throw new BinaryDamageException($"its import table would be at address {address}, where nothing of the file is");
        }
    }

    private string ReadName(ulong address)
    {
        Span<byte> bytes = stackalloc byte[LongestName];
        if (Map(address) is not { } place)
        {
            throw new BinaryDamageException($"the name of an import would be at address {address}, where nothing of the file is");
        }

        var known = bytes[.._source.Read(place.Offset, bytes[..(int)Math.Min(LongestName, place.Length)])];
        var end = known.IndexOf((byte)0);
        var name = end < 0 ? "" : Encoding.ASCII.GetString(known[..end]);
        return name.Length == 0 || name.Any(char.IsControl) ? throw new BinaryDamageException("the name of an import is none") : name;
    }

    private (long Offset, long Length)? Map(ulong address)
    {
        foreach (var section in _sections)
        {
            if (section.Find(address) is { } place)
            {
                return place;
            }
        }

        return null;
    }
}
