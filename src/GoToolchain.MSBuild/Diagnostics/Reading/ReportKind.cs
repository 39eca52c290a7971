namespace GoToolchain.MSBuild.Diagnostics.Reading;

/// <summary>Who speaks in a report, and so which lines still belong to it.</summary>
internal enum ReportKind
{
    /// <summary>The go command: lines behind it that are indented.</summary>
    Command,

    /// <summary>Go's compiler, assembler, vet or cgo, at a place.</summary>
    Go,

    /// <summary>A C compiler or assembler: source lines and notes behind it, headlines before it.</summary>
    C,

    /// <summary>The chain of imports that led to a package that cannot be used.</summary>
    Imports,

    /// <summary>A message of many paragraphs (an external linker, a crash, the usage of a tool): all up to the next package.</summary>
    Whole,
}
