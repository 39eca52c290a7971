using System.Buffers;
using System.Text;

namespace GoToolchain.Inspection.Binaries;

/// <summary>A Mach-O file for one machine: macOS, iOS. Both widths, both byte orders; see mach-o/loader.h of macOS.</summary>
internal sealed class MachOImage : BinaryImage
{
    private const uint Executable = 2; // MH_EXECUTE
    private const uint Library = 6; // MH_DYLIB
    private const uint Bundle = 8; // MH_BUNDLE
    private const uint Movable = 0x200000; // MH_PIE
    private const uint ReadWrite = 3; // VM_PROT_READ, VM_PROT_WRITE
    private const int LongestInterpreter = 256;

    // Programs with hundreds of libraries have some 30 kB.
    private const int MostCommandBytes = 1 << 20;

    private readonly bool _is64;
    private readonly ulong _base;
    private readonly uint _fileType;
    private readonly bool _isMovable;
    private readonly List<MappedRange> _segments = [];
    private (ulong Address, ulong Size)? _firstWritable;
    private uint _localSymbols;
    private bool _hasDebugInfo;
    private bool _needsLibraries;
    private string? _loader;

    /// <summary>Reads the headers.</summary>
    /// <param name="source">The file.</param>
    /// <param name="start">Where the Mach-O file begins in it: not 0 in a universal file.</param>
    public MachOImage(ByteSource source, ulong start = 0)
        : base(source)
    {
        _base = start;
        Os = "darwin";
        Span<byte> head = stackalloc byte[28];
        source.ReadExactly(start, head, "the Mach-O header");
        var (is64, isLittle) = new Fields(head, isLittle: true).Word(0) switch
        {
            0xfeedface => (false, true),
            0xfeedfacf => (true, true),
            0xcefaedfe => (false, false),
            0xcffaedfe => (true, false),
            _ => throw new BinaryDamageException($"there is no Mach-O header at offset {start}"),
        };
        _is64 = is64;
        var header = new Fields(head, isLittle);
        Arch = MachineArch.MachO(header.Word(4));
        _fileType = header.Word(12);
        _isMovable = (header.Word(24) & Movable) != 0;
        ReadCommands(start + (is64 ? 32UL : 28UL), header.Word(16), header.Word(20), isLittle);
        BuildInfoArea ??= _firstWritable;
    }

    public override ExecutableFormat Format => ExecutableFormat.MachO;

    public override BinaryTraits ReadTraits()
    {
        var kind = _fileType switch
        {
            Executable => _isMovable ? GoBinaryKind.PositionIndependentProgram : GoBinaryKind.Program,
            Library or Bundle => GoBinaryKind.SharedLibrary,
            _ => GoBinaryKind.Other,
        };
        var isDynamic = _needsLibraries || _loader is not null || kind == GoBinaryKind.SharedLibrary;
        return new BinaryTraits(kind, isDynamic, _loader, _localSymbols > 0, _hasDebugInfo);
    }

    public override (long Offset, long Length)? Map(ulong address)
    {
        foreach (var segment in _segments)
        {
            if (segment.Find(address) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    private void ReadCommands(ulong offset, uint count, uint size, bool isLittle)
    {
        if (size > MostCommandBytes || !Holds(offset, size))
        {
            throw new BinaryDamageException($"the Mach-O header speaks of {size} bytes of load commands, which the file does not have");
        }

        var buffer = ArrayPool<byte>.Shared.Rent((int)size);
        try
        {
            var commands = buffer.AsSpan(0, (int)size);
            Source.ReadExactly(offset, commands, "the load commands");
            for (uint i = 0; i < count; i++)
            {
                var length = commands.Length >= 8 ? new Fields(commands, isLittle).Word(4) : 0;
                if (length < 8 || length > commands.Length)
                {
                    throw new BinaryDamageException($"load command {i} of the Mach-O file reaches beyond the last one");
                }

                Look(new Fields(commands[..(int)length], isLittle));
                commands = commands[(int)length..];
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Look(Fields command)
    {
        const uint required = 0x80000000; // LC_REQ_DYLD
        var length = command.Bytes.Length;
        switch (command.Word(0) & ~required)
        {
            case 0x1 when !_is64 && length >= 56: // LC_SEGMENT
            case 0x19 when _is64 && length >= 72: // LC_SEGMENT_64
                LookAtSegment(command);
                break;
            case 0x2 when length >= 24: // LC_SYMTAB
                LookAtSymbols(command);
                break;
            case 0xb when length >= 16: // LC_DYSYMTAB
                _localSymbols = command.Word(12);
                break;
            case 0xc: // LC_LOAD_DYLIB
                _needsLibraries = true;
                break;
            case 0xe when length >= 12: // LC_LOAD_DYLINKER
                var name = (int)Math.Min(command.Word(8), (uint)length);
                _loader = Encoding.UTF8.GetString(command.Name(name, Math.Min(length - name, LongestInterpreter)));
                break;
            case 0x25: // LC_VERSION_MIN_IPHONEOS
            case 0x32 when length >= 12 && command.Word(8) is 2 or 7: // LC_BUILD_VERSION: PLATFORM_IOS, PLATFORM_IOSSIMULATOR
                Os = "ios";
                break;
            default:
                break;
        }
    }

    private void LookAtSymbols(Fields command)
    {
        var (offset, size) = (_base + command.Word(16), (ulong)command.Word(20));
        if (!Holds(offset, size))
        {
            Miss(offset, size, "the symbol table");
        }
    }

    private void LookAtSegment(Fields segment)
    {
        var (address, memory, place, size) = _is64
            ? (segment.Long(24), segment.Long(32), segment.Long(40), segment.Long(48))
            : (segment.Word(24), segment.Word(28), segment.Word(32), segment.Word(36));
        var rest = segment.From(_is64 ? 56 : 40);
        var name = segment.Name(8, 16);
        if (place > ulong.MaxValue - _base)
        {
            throw new BinaryDamageException($"the segment {Printable.Of(name)} would be at offset {place}");
        }

        place += _base;
        if (!Holds(place, size))
        {
            Miss(place, size, "the segment", name);
        }

        _segments.Add(new MappedRange(address, place, size));
        _hasDebugInfo |= name.SequenceEqual("__DWARF"u8);
        if (address != 0 && size != 0 && rest.Word(0) == ReadWrite && rest.Word(4) == ReadWrite)
        {
            _firstWritable ??= (address, memory);
        }

        LookAtSections(rest.From(16), rest.Word(8));
    }

    private void LookAtSections(Fields sections, uint count)
    {
        var size = _is64 ? 80 : 68;
        for (var i = 0; i < count && (i + 1) * size <= sections.Bytes.Length; i++)
        {
            var section = sections.From(i * size);
            if (section.Name(0, 16).SequenceEqual("__go_buildinfo"u8))
            {
                BuildInfoArea ??= (section.Address(32, _is64), section.Address(_is64 ? 40 : 36, _is64));
            }
        }
    }
}
