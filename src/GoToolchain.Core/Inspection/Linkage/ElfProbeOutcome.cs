namespace GoToolchain.Inspection.Linkage;

/// <summary>Whether a file can be loaded.</summary>
internal enum ElfProbeOutcome
{
    /// <summary>It is an ELF file for the right machine.</summary>
    Fine,

    /// <summary>There is nothing.</summary>
    Missing,

    /// <summary>It is for another machine.</summary>
    OtherMachine,

    /// <summary>This user may not read it.</summary>
    Unreadable,

    /// <summary>It is no ELF file that can be loaded.</summary>
    Damaged,
}
