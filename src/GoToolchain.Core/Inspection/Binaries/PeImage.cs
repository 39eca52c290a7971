namespace GoToolchain.Inspection.Binaries;

/// <summary>A PE file: Windows. PE32 and PE32+; see the PE format specification of Microsoft.</summary>
internal sealed class PeImage : BinaryImage
{
    private const ushort Library = 0x2000; // IMAGE_FILE_DLL
    private const ushort Wide = 0x20b; // PE32+
    private const ushort Narrow = 0x10b; // PE32
    private const ushort Movable = 0x40; // IMAGE_DLLCHARACTERISTICS_DYNAMIC_BASE
    private const uint DataMask = 0xff0fffff; // Without IMAGE_SCN_ALIGN_*, which only object files should have.
    private const uint WritableData = 0xc0000040; // IMAGE_SCN_MEM_WRITE, IMAGE_SCN_MEM_READ, IMAGE_SCN_CNT_INITIALIZED_DATA

    // Windows loads no more (PE format specification, "Number of sections").
    private const int MostSections = 96;

    private readonly ulong _imageBase;
    private readonly List<MappedRange> _sections = [];
    private readonly ushort _characteristics;
    private readonly bool _isMovable;
    private readonly bool _isDotNet;
    private readonly bool _hasSymbols;
    private bool _hasDebugInfo;

    public PeImage(ByteSource source)
        : base(source)
    {
        Os = "windows";
        Span<byte> head = stackalloc byte[256];
        source.ReadExactly(0, head[..64], "the DOS header");
        ulong start = new Fields(head, isLittle: true).Word(0x3c);
        source.ReadExactly(start, head[..24], "the PE header");
        if (!head.StartsWith("PE\0\0"u8))
        {
            throw new BinaryDamageException($"the DOS header says that the PE header is at offset {start}, where none is");
        }

        var file = new Fields(head[..24], isLittle: true).From(4);
        var (sections, optionalSize) = (file.Half(2), file.Half(16));
        var (symbolTable, symbols) = (file.Word(8), file.Word(12));
        Arch = MachineArch.PortableExecutable(file.Half(0));
        _characteristics = file.Half(18);
        _hasSymbols = symbolTable != 0 && symbols != 0;
        if (sections > MostSections)
        {
            throw new BinaryDamageException($"the PE header speaks of {sections} sections, of which Windows loads {MostSections} at most");
        }

        head = head[..Math.Min(head.Length, (int)optionalSize)];
        source.ReadExactly(start + 24, head, "the optional header");
        (_imageBase, _isMovable, _isDotNet) = ReadOptional(new Fields(head, isLittle: true));
        var names = new PeLongNames(source, (ulong)symbolTable + (symbols * 18UL));
        ReadSections(start + 24 + optionalSize, sections, _hasSymbols ? names : null);
        if (_hasSymbols && !Holds(symbolTable, symbols * 18UL))
        {
            Miss(symbolTable, symbols * 18UL, "the symbol table");
        }
    }

    public override ExecutableFormat Format => ExecutableFormat.PortableExecutable;

    public override BinaryTraits ReadTraits()
    {
        var kind =
            (_characteristics & Library) != 0 ? GoBinaryKind.SharedLibrary
            : _isMovable ? GoBinaryKind.PositionIndependentProgram
            : GoBinaryKind.Program;
        // Every program of Windows reaches the system through kernel32.dll.
        return new BinaryTraits(kind, IsDynamic: true, Interpreter: null, _hasSymbols, _hasDebugInfo, IsDotNet: _isDotNet);
    }

    public override (long Offset, long Length)? Map(ulong address)
    {
        foreach (var section in _sections)
        {
            if (address >= _imageBase && section.Find(address - _imageBase) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    private static (ulong ImageBase, bool IsMovable, bool IsDotNet) ReadOptional(Fields header)
    {
        var length = header.Bytes.Length;
        if (length < 2 || header.Half(0) is not (Wide or Narrow))
        {
            throw new BinaryDamageException("the optional header of the PE file is neither that of 32 nor that of 64 bits");
        }

        var isWide = header.Half(0) == Wide;
        if (length < (isWide ? 112 : 96))
        {
            throw new BinaryDamageException($"the optional header of the PE file has {length} bytes, which is too few");
        }

        // The 15th directory is the header of the common language runtime; it is an address and a size.
        var runtime = (isWide ? 112 : 96) + (14 * 8);
        var isDotNet = length >= runtime + 8 && header.Word(isWide ? 108 : 92) > 14 && header.Word(runtime) != 0;
        return (isWide ? header.Long(24) : header.Word(28), (header.Half(70) & Movable) != 0, isDotNet);
    }

    private void ReadSections(ulong offset, int count, PeLongNames? names)
    {
        Span<byte> entry = stackalloc byte[40];
        for (var i = 0; i < count; i++)
        {
            Source.ReadExactly(offset + (ulong)(i * 40), entry, "the header of a section");
            var fields = new Fields(entry, isLittle: true);
            var (virtualSize, address, size, place) = (fields.Word(8), fields.Word(12), fields.Word(16), fields.Word(20));
            if (size == 0)
            {
                continue;
            }

            if (!Holds(place, size))
            {
                Miss(place, size, "the section", fields.Name(0, 8));
            }

            _sections.Add(new MappedRange(address, place, size));
            _hasDebugInfo |= names is not null && names.IsDebugInfo(fields.Name(0, 8));
            if (address != 0 && (fields.Word(36) & DataMask) == WritableData)
            {
                BuildInfoArea ??= (_imageBase + address, virtualSize);
            }
        }
    }
}
