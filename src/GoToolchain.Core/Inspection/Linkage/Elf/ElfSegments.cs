using System.Text;
using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Inspection.Linkage.Elf;

/// <summary>The program headers of an ELF file, as far as a loader needs them to find other files. Sections do not matter to it.</summary>
internal sealed class ElfSegments
{
    // Linux refuses to run a program whose program headers are bigger (fs/binfmt_elf.c, load_elf_phdrs).
    private const int MostHeaderBytes = 65536;

    private const int LongestInterpreter = 4096; // PATH_MAX: fs/binfmt_elf.c refuses longer ones.

    private readonly List<MappedRange> _loaded = [];
    private MappedRange? _interpreter;

    private ElfSegments() { }

    /// <summary>PT_DYNAMIC.</summary>
    public MappedRange? Dynamic { get; private set; }

    /// <summary>Reads them.</summary>
    /// <exception cref="BinaryDamageException">They are not there, or cannot be true.</exception>
    public static ElfSegments Read(ByteSource source, ElfMachine machine)
    {
        var segments = new ElfSegments();
        var is64 = machine.Is64;
        Span<byte> head = stackalloc byte[is64 ? 64 : 52];
        source.ReadExactly(0, head, "the ELF header");
        var header = new Fields(head, machine.IsLittle);
        var table = header.Address(is64 ? 32 : 28, is64);
        var (entrySize, count) = (header.Half(is64 ? 54 : 42), header.Half(is64 ? 56 : 44));
        var size = is64 ? 56 : 32;
        if (count > 0 && (entrySize != size || count * size > MostHeaderBytes || table > (ulong)source.Length))
        {
            throw new BinaryDamageException(
                $"its ELF header speaks of {count} program headers of {entrySize} bytes at {table}, which cannot be"
            );
        }

        Span<byte> entry = stackalloc byte[size];
        for (var i = 0; i < count; i++)
        {
            source.ReadExactly(table + (ulong)(i * size), entry, $"program header {i}");
            segments.Add(new Fields(entry, machine.IsLittle), is64);
        }

        return segments;
    }

    /// <summary>Where an address is in the file, and how many bytes follow; null when nothing of the file is loaded there.</summary>
    public (long Offset, long Length)? Map(ulong address)
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

    /// <summary>The text of PT_INTERP; null when there is none.</summary>
    /// <exception cref="BinaryDamageException">It is outside the file.</exception>
    public string? ReadInterpreter(ByteSource source)
    {
        if (_interpreter is not { } range)
        {
            return null;
        }

        var name = new byte[(int)Math.Min(range.Length, LongestInterpreter)];
        source.ReadExactly(range.Offset, name, "the name of its loader");
        var end = Array.IndexOf(name, (byte)0);
        var text = Encoding.UTF8.GetString(name, 0, end < 0 ? name.Length : end);
        return text.Any(char.IsControl) ? throw new BinaryDamageException("the name of its loader has control characters") : text;
    }

    private void Add(Fields entry, bool is64)
    {
        var range = is64
            ? new MappedRange(entry.Long(16), entry.Long(8), entry.Long(32))
            : new MappedRange(entry.Word(8), entry.Word(4), entry.Word(16));
        switch (entry.Word(0))
        {
            case 1: // PT_LOAD
                _loaded.Add(range);
                break;
            case 2: // PT_DYNAMIC
                Dynamic = range;
                break;
            case 3: // PT_INTERP
                _interpreter = range;
                break;
            default:
                break;
        }
    }
}
