namespace GoToolchain;

/// <summary>The formats of files that can be run or loaded.</summary>
public enum ExecutableFormat
{
    /// <summary>None of these.</summary>
    Unknown,

    /// <summary>Text for an interpreter, beginning with <c>#!</c>.</summary>
    Script,

    /// <summary>Linux, the BSDs, Solaris.</summary>
    Elf,

    /// <summary>macOS.</summary>
    MachO,

    /// <summary>Windows.</summary>
    PortableExecutable,
}
