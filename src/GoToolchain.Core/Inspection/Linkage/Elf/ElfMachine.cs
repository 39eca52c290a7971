namespace GoToolchain.Inspection.Linkage.Elf;

/// <summary>For which machine an ELF file is. Two files with different ones never meet in one process.</summary>
/// <param name="Is64">ELFCLASS64.</param>
/// <param name="IsLittle">ELFDATA2LSB.</param>
/// <param name="Number"><c>e_machine</c>.</param>
internal readonly record struct ElfMachine(bool Is64, bool IsLittle, ushort Number)
{
    /// <summary>GOARCH; null when Go has no port to it.</summary>
    public string? Arch => MachineArch.Elf(Number, Is64, IsLittle);

    /// <summary>The machine in words, as the end of "it is for …".</summary>
    public override string ToString() => Arch ?? $"machine {Number}, {(Is64 ? 64 : 32)} bits";
}
