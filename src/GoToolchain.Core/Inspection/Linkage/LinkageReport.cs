namespace GoToolchain;

/// <summary>The shared libraries that a file needs, where the loader finds them, and what is wrong with that.</summary>
public sealed class LinkageReport
{
    /// <summary>The file that was asked about, and with <see cref="LinkedFile.Needs"/> the tree of what it needs.</summary>
    public required LinkedFile File { get; init; }

    /// <summary>The format of the file.</summary>
    public required ExecutableFormat Format { get; init; }

    /// <summary>It is a program; false: a shared library.</summary>
    public bool IsProgram { get; init; }

    /// <summary>It takes part in loading at all. False: a static program, which needs no library and no loader.</summary>
    public bool IsDynamic { get; init; }

    /// <summary>The C library that the file was built for.</summary>
    public CLibrary CLibrary { get; init; }

    /// <summary>The loader that the file asks for (PT_INTERP, LC_LOAD_DYLINKER), as it is written; null when it asks for none.</summary>
    public string? Interpreter { get; init; }

    /// <summary>The loader by whose rules the libraries were looked for: absolute; null when there is none on this machine.</summary>
    public string? LoaderPath { get; init; }

    /// <summary>Every file that would be in the process, once, in the order in which they are loaded; the first is <see cref="File"/>.</summary>
    public required IReadOnlyList<LinkedFile> Files { get; init; }

    /// <summary>What is wrong, the worst first.</summary>
    public required IReadOnlyList<LinkageFinding> Findings { get; init; }

    /// <summary>The file, or one that it needs, names more libraries than are looked at.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>The needs for which nothing was found, each with the file that has it.</summary>
    public IEnumerable<(LinkedFile By, LibraryNeed Need)> Missing =>
        Files.SelectMany(f => f.Needs.Where(n => n is { IsFound: false, IsOptional: false }).Select(n => (f, n)));

    /// <summary>No finding says that the file cannot be run or loaded.</summary>
    public bool IsHealthy => Findings.All(f => f.Severity != LinkageSeverity.Error);
}
