using System.Text;

namespace GoToolchain.Inspection.Binaries;

/// <summary>
/// An ELF file: Linux, the BSDs, Solaris, Android. Both widths, both byte orders; see elf(5) and the System V ABI, chapters 4 and 5. Sections are
/// looked at in ElfImage.Sections.cs.
/// </summary>
internal sealed partial class ElfImage : BinaryImage
{
    private const ushort Executable = 2; // ET_EXEC
    private const ushort Shared = 3; // ET_DYN
    private const uint Load = 1; // PT_LOAD
    private const uint Dynamic = 2; // PT_DYNAMIC
    private const uint Interpreter = 3; // PT_INTERP
    private const uint FlagExecute = 1; // PF_X
    private const uint FlagWrite = 2; // PF_W

    // Linux refuses to run a program whose program headers are bigger (fs/binfmt_elf.c, load_elf_phdrs).
    private const int MostHeaderBytes = 65536;
    private const int LongestInterpreter = 256;

    private readonly bool _is64;
    private readonly bool _isLittle;
    private readonly ushort _type;
    private readonly List<MappedRange> _loaded = [];
    private MappedRange? _dynamic;
    private MappedRange? _interpreter;
    private MappedRange? _firstWritable;

    public ElfImage(ByteSource source)
        : base(source)
    {
        Span<byte> head = stackalloc byte[64];
        source.ReadExactly(0, head[..16], "the ELF header");
        _is64 = head[4] switch
        {
            1 => false,
            2 => true,
            var other => throw new BinaryDamageException($"the class in the ELF header is {other}, which is neither 32 nor 64 bits"),
        };
        _isLittle = head[5] switch
        {
            1 => true,
            2 => false,
            var other => throw new BinaryDamageException($"the byte order in the ELF header is {other}, which is none"),
        };
        head = head[..(_is64 ? 64 : 52)];
        source.ReadExactly(0, head, "the ELF header");
        var fields = new Fields(head, _isLittle);
        _type = fields.Half(16);
        Arch = MachineArch.Elf(fields.Half(18), _is64, _isLittle);
        Os = SystemOf(head[7]);
        var rest = fields.From(_is64 ? 54 : 42);
        ReadSegments(fields.Address(_is64 ? 32 : 28, _is64), entrySize: rest.Half(0), count: rest.Half(2));
        ReadSections(fields.Address(_is64 ? 40 : 32, _is64), entrySize: rest.Half(4), count: rest.Half(6), names: rest.Half(8));
        if (!_hasSections)
        {
            RequireSegments();
        }

        // A stripped section table leaves the first writable data, where the linker puts the information first.
        BuildInfoArea ??= _firstWritable is { } data ? (data.Address, data.Length) : null;
    }

    public override ExecutableFormat Format => ExecutableFormat.Elf;

    public override (long Offset, long Length)? Map(ulong address)
    {
        foreach (var range in _loaded)
        {
            if (range.Find(address) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    // Files with debug information alone name segments that they do not hold, but those have sections, which say so.
    private void RequireSegments()
    {
        foreach (var range in _loaded.Where(range => !Holds(range.Offset, range.Length)))
        {
            Miss(range.Offset, range.Length, "a segment");
        }
    }

    private string? ReadInterpreter()
    {
        if (_interpreter is not { } range)
        {
            return null;
        }

        Span<byte> name = stackalloc byte[LongestInterpreter];
        name = name[..(int)Math.Min(range.Length, LongestInterpreter)];
        Source.ReadExactly(range.Offset, name, "the name of the interpreter");
        var end = name.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? name : name[..end]);
    }

    private void ReadSegments(ulong offset, int entrySize, int count)
    {
        var size = _is64 ? 56 : 32;
        if (count == 0)
        {
            return;
        }

        if (entrySize != size || count * size > MostHeaderBytes)
        {
            throw new BinaryDamageException($"the ELF header speaks of {count} program headers of {entrySize} bytes, which cannot be");
        }

        Span<byte> entry = stackalloc byte[size];
        for (var i = 0; i < count; i++)
        {
            Source.ReadExactly(offset + (ulong)(i * size), entry, "a program header");
            var fields = new Fields(entry, _isLittle);
            var flags = fields.Word(_is64 ? 4 : 24);
            var range = _is64
                ? new MappedRange(fields.Long(16), fields.Long(8), fields.Long(32))
                : new MappedRange(fields.Word(8), fields.Word(4), fields.Word(16));
            switch (fields.Word(0))
            {
                case Load:
                    _loaded.Add(range);
                    _firstWritable ??= (flags & (FlagExecute | FlagWrite)) == FlagWrite ? range : null;
                    break;
                case Dynamic:
                    _dynamic = range;
                    break;
                case Interpreter:
                    _interpreter = range;
                    break;
                default:
                    break;
            }
        }
    }

    // EI_OSABI, for those systems for which Go's linker sets it (cmd/link/internal/ld/elf.go); Linux and the rest have 0.
    private static string? SystemOf(byte abi) =>
        abi switch
        {
            2 => "netbsd",
            9 => "freebsd",
            12 => "openbsd",
            _ => null,
        };
}
