using System.Buffers.Binary;

namespace GoToolchain.Inspection;

/// <summary>What the first bytes of a program say about the machine that it is for.</summary>
/// <param name="Format">The format of the file.</param>
/// <param name="Arch">GOARCH; null when the header names a machine for which there is no Go, or none.</param>
internal readonly record struct ExecutableHeader(ExecutableFormat Format, string? Arch)
{
    /// <summary>How many bytes <see cref="Parse"/> wants to see.</summary>
    public const int Size = 512;

    /// <summary>Reads the header of a program.</summary>
    /// <param name="head">The first <see cref="Size"/> bytes of the file, or all when it is shorter.</param>
    public static ExecutableHeader Parse(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("#!"u8))
        {
            return new ExecutableHeader(ExecutableFormat.Script, null);
        }

        if (head.StartsWith("\u007fELF"u8) && head.Length >= 20)
        {
            return new ExecutableHeader(ExecutableFormat.Elf, ElfArch(head));
        }

        if (head.StartsWith("MZ"u8) && head.Length >= 64)
        {
            return ParsePortableExecutable(head);
        }

        // 64-bit, little-endian: the only kind of Mach-O that Go has had since macOS lost 32 bits (loader.h: MH_MAGIC_64).
        return head.Length >= 8 && BinaryPrimitives.ReadUInt32LittleEndian(head) == 0xfeedfacf
            ? new ExecutableHeader(ExecutableFormat.MachO, MachineArch.MachO(BinaryPrimitives.ReadUInt32LittleEndian(head[4..])))
            : default;
    }

    /// <summary>Whether a program with this header can be one for that platform. ELF does not tell the systems that use it apart.</summary>
    /// <param name="platform">The platform.</param>
    public bool Fits(GoPlatform platform) =>
        Arch == platform.Arch
        && Format
            == platform.Os switch
            {
                "windows" => ExecutableFormat.PortableExecutable,
                "darwin" or "ios" => ExecutableFormat.MachO,
                _ => ExecutableFormat.Elf,
            };

    // e_ident[EI_CLASS] at 4, e_ident[EI_DATA] at 5, e_machine at 18.
    private static string? ElfArch(ReadOnlySpan<byte> head)
    {
        var is64 = head[4] == 2;
        var isLittle = head[5] == 1;
        var machine = isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(head[18..]) : BinaryPrimitives.ReadUInt16BigEndian(head[18..]);
        return MachineArch.Elf(machine, is64, isLittle);
    }

    // e_lfanew at 0x3c leads to `PE\0\0` and the machine.
    private static ExecutableHeader ParsePortableExecutable(ReadOnlySpan<byte> head)
    {
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(head[0x3c..]);
        if (offset > head.Length - 6 || !head[(int)offset..].StartsWith("PE\0\0"u8))
        {
            return default;
        }

        var machine = BinaryPrimitives.ReadUInt16LittleEndian(head[((int)offset + 4)..]);
        return new ExecutableHeader(ExecutableFormat.PortableExecutable, MachineArch.PortableExecutable(machine));
    }
}
