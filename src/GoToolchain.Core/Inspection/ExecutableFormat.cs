namespace GoToolchain.Inspection;

/// <summary>The kinds of file that a <c>go</c> command can be.</summary>
internal enum ExecutableFormat
{
    /// <summary>None that a Go distribution comes with.</summary>
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
