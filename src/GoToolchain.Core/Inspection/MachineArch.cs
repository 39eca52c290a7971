namespace GoToolchain.Inspection;

/// <summary>GOARCH for the numbers by which executable formats name a machine. Null: Go has no port to it.</summary>
internal static class MachineArch
{
    /// <summary>The machine of an ELF file: <c>e_machine</c>, with class and byte order, as in elf(5) and Go's debug/elf.</summary>
    public static string? Elf(ushort machine, bool is64, bool isLittle) =>
        machine switch
        {
            3 => "386",
            8 => (is64 ? "mips64" : "mips") + (isLittle ? "le" : ""),
            21 => isLittle ? "ppc64le" : "ppc64",
            22 => "s390x",
            40 => "arm",
            62 => "amd64",
            183 => "arm64",
            243 => "riscv64",
            258 => "loong64",
            _ => null,
        };

    /// <summary>The machine of a PE file, as in the PE format specification.</summary>
    public static string? PortableExecutable(ushort machine) =>
        machine switch
        {
            0x014c => "386",
            // ARM, and ARM Thumb-2 (IMAGE_FILE_MACHINE_ARMNT), which is what Windows takes.
            0x01c0 or 0x01c4 => "arm",
            0x8664 => "amd64",
            0xaa64 => "arm64",
            _ => null,
        };

    /// <summary>The CPU type of a Mach-O file, as in mach/machine.h.</summary>
    public static string? MachO(uint cpuType) =>
        cpuType switch
        {
            7 => "386",
            12 => "arm",
            0x01000007 => "amd64",
            0x0100000c => "arm64",
            _ => null,
        };
}
