using System.Buffers.Binary;
using System.Text;
using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Inspection.Linkage.MacOS;

/// <summary>Reads the load commands of a Mach-O file: mach-o/loader.h, and mach-o/fat.h for files with several machines.</summary>
internal static class MachOLinksReader
{
    private const int MostNames = 4096;
    private const int MostCommandBytes = 4 << 20;
    private const int MostMachines = 64;

    /// <summary>Whether a file begins like one.</summary>
    /// <param name="head">Its first four bytes.</param>
    public static bool IsMachO(ReadOnlySpan<byte> head) =>
        head.Length == 4
        && BinaryPrimitives.ReadUInt32BigEndian(head) is 0xcffaedfe or 0xcefaedfe or 0xfeedfacf or 0xfeedface or 0xcafebabe or 0xcafebabf;

    /// <summary>Reads it.</summary>
    /// <param name="source">The file.</param>
    /// <param name="arch">GOARCH of the machine that is preferred in a file with several.</param>
    /// <exception cref="BinaryDamageException">The headers lie.</exception>
    public static MachOLinks Read(ByteSource source, string arch)
    {
        Span<byte> head = stackalloc byte[8];
        source.ReadExactly(0, head, "the Mach-O header");
        var magic = BinaryPrimitives.ReadUInt32BigEndian(head);
        return magic is 0xcafebabe or 0xcafebabf
            ? ReadOne(source, ChooseMachine(source, BinaryPrimitives.ReadUInt32BigEndian(head[4..]), is64: magic == 0xcafebabf, arch))
            : ReadOne(source, 0);
    }

    private static ulong ChooseMachine(ByteSource source, uint count, bool is64, string arch)
    {
        // A Java class file begins like a fat file; its "count" is its version, above 44.
        if (count is 0 or > MostMachines)
        {
            throw new BinaryDamageException($"it would hold programs for {count} machines");
        }

        var size = is64 ? 32 : 20;
        Span<byte> entry = stackalloc byte[size];
        ulong? first = null;
        for (var i = 0; i < count; i++)
        {
            source.ReadExactly(8 + (ulong)(i * size), entry, $"the header of machine {i}");
            var fields = new Fields(entry, isLittle: false);
            var offset = is64 ? fields.Long(8) : fields.Word(8);
            if (MachineArch.MachO(fields.Word(0)) == arch)
            {
                return offset;
            }

            first ??= offset;
        }

        return first!.Value;
    }

    private static MachOLinks ReadOne(ByteSource source, ulong start)
    {
        Span<byte> head = stackalloc byte[32];
        source.ReadExactly(start, head, "the Mach-O header");
        var magic = BinaryPrimitives.ReadUInt32BigEndian(head);
        if (magic is not (0xcffaedfe or 0xcefaedfe or 0xfeedfacf or 0xfeedface))
        {
            throw new BinaryDamageException("it is no Mach-O file where its header says that one begins");
        }

        var isLittle = magic is 0xcffaedfe or 0xcefaedfe;
        var fields = new Fields(head, isLittle);
        var length = (int)Math.Min(fields.Word(20), MostCommandBytes);
        var commands = new byte[(int)Math.Min(length, source.Length)];
        source.ReadExactly(start + (magic is 0xcffaedfe or 0xfeedfacf ? 32u : 28u), commands, "the table of load commands");
        var links = new MachOLinks
        {
            Arch = MachineArch.MachO(fields.Word(4)),
            IsProgram = fields.Word(12) == 2,
            IsCutShort = fields.Word(20) > MostCommandBytes,
        };
        return ReadCommands(commands, isLittle, fields.Word(16), links);
    }

    private static MachOLinks ReadCommands(ReadOnlySpan<byte> commands, bool isLittle, uint count, MachOLinks links)
    {
        var (libraries, runPaths) = (new List<(string, bool)>(), new List<string>());
        var isCutShort = false;
        for (uint i = 0; i < count && commands.Length >= 8; i++)
        {
            var fields = new Fields(commands, isLittle);
            var (kind, size) = (fields.Word(0), fields.Word(4));
            if (size < 8 || size > commands.Length)
            {
                throw new BinaryDamageException($"load command {i} would have {size} bytes");
            }

            var command = commands[..(int)size];
            isCutShort |= libraries.Count + runPaths.Count >= MostNames;
            switch (isCutShort ? 0 : kind & 0x7fffffff)
            {
                case 0xc or 0x18 or 0x1f or 0x20 or 0x23: // LC_LOAD_DYLIB, _WEAK_, LC_REEXPORT_DYLIB, LC_LAZY_, _UPWARD_
                    libraries.Add((Text(command, isLittle), (kind & 0x7fffffff) is 0x18 or 0x20));
                    break;
                case 0xd: // LC_ID_DYLIB
                    links = links with { OwnName = Text(command, isLittle) };
                    break;
                case 0xe: // LC_LOAD_DYLINKER
                    links = links with { Interpreter = Text(command, isLittle) };
                    break;
                case 0x1c: // LC_RPATH
                    runPaths.Add(Text(command, isLittle));
                    break;
                default:
                    break;
            }

            commands = commands[(int)size..];
        }

        return links with
        {
            Libraries = libraries,
            RunPaths = runPaths,
            IsCutShort = links.IsCutShort || isCutShort,
        };
    }

    // Each of these commands has the offset of its text behind command and size.
    private static string Text(ReadOnlySpan<byte> command, bool isLittle)
    {
        var start = command.Length < 12 ? uint.MaxValue : new Fields(command, isLittle).Word(8);
        if (start >= command.Length)
        {
            throw new BinaryDamageException("a load command has its text outside itself");
        }

        var bytes = command[(int)start..];
        var end = bytes.IndexOf((byte)0);
        var text = Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
        return text.Any(char.IsControl) ? throw new BinaryDamageException("a load command has control characters in its text") : text;
    }
}
