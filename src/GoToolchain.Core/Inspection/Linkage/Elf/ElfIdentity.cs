using GoToolchain.Inspection.Binaries;

namespace GoToolchain.Inspection.Linkage.Elf;

/// <summary>The part of an ELF header by which a loader decides whether it looks at the file any further.</summary>
/// <param name="Machine">For which machine it is.</param>
/// <param name="System">EI_OSABI: 0 and 3 are what Linux takes.</param>
/// <param name="Type"><c>e_type</c>: 2 for programs, 3 for libraries and programs that can be loaded anywhere.</param>
internal readonly record struct ElfIdentity(ElfMachine Machine, byte System, ushort Type)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="BinaryDamageException">It is no ELF file, or its header is none that a loader takes.</exception>
    public static ElfIdentity Read(ByteSource source)
    {
        Span<byte> head = stackalloc byte[24];
        if (source.Read(0, head) < head.Length)
        {
            throw new BinaryDamageException(source.Length < 4 ? "it is too short for an ELF file" : "it ends within its header");
        }

        if (!head.StartsWith("\u007fELF"u8))
        {
            throw new BinaryDamageException("it is no ELF file");
        }

        if (head[4] is not (1 or 2) || head[5] is not (1 or 2) || head[6] != 1)
        {
            throw new BinaryDamageException("its ELF header names no known class, byte order or version");
        }

        var fields = new Fields(head, isLittle: head[5] == 1);
        return new ElfIdentity(new ElfMachine(head[4] == 2, head[5] == 1, fields.Half(18)), head[7], fields.Half(16));
    }
}
