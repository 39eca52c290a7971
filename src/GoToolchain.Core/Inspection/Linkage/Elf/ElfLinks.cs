namespace GoToolchain.Inspection.Linkage.Elf;

/// <summary>What an ELF file tells its loader about other files; see elf(5) and the gABI, "Dynamic Section".</summary>
internal sealed record ElfLinks
{
    /// <summary>DF_1_NODEFLIB: libraries are not to be looked for in the default directories.</summary>
    public const ulong NoDefaultLibraries = 0x800;

    /// <summary>For which machine it is.</summary>
    public required ElfMachine Machine { get; init; }

    /// <summary>ET_EXEC, or ET_DYN with DF_1_PIE.</summary>
    public bool IsProgram { get; init; }

    /// <summary>PT_INTERP: the loader that it asks for.</summary>
    public string? Interpreter { get; init; }

    /// <summary>There is a PT_DYNAMIC; without one nothing is loaded.</summary>
    public bool IsDynamic { get; init; }

    /// <summary>DT_NEEDED and DT_FILTER, in their order.</summary>
    public IReadOnlyList<string> Needed { get; init; } = [];

    /// <summary>DT_AUXILIARY: loaded when they are there.</summary>
    public IReadOnlyList<string> Auxiliary { get; init; } = [];

    /// <summary>DT_SONAME.</summary>
    public string? Soname { get; init; }

    /// <summary>DT_RPATH, unless there is a DT_RUNPATH, which makes the loader forget it.</summary>
    public string? RPath { get; init; }

    /// <summary>DT_RUNPATH.</summary>
    public string? RunPath { get; init; }

    /// <summary>DT_FLAGS_1.</summary>
    public ulong Flags1 { get; init; }

    /// <summary>The versions that it wants to find.</summary>
    public IReadOnlyList<ElfVersionNeed> VersionNeeds { get; init; } = [];

    /// <summary>The versions that it defines (DT_VERDEF); null when it has no such table, and the loader checks nothing.</summary>
    public IReadOnlySet<string>? Versions { get; init; }

    /// <summary>It names more libraries or versions than are read.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>Whether the loader leaves out the default directories for its needs.</summary>
    public bool IsWithoutDefaults => (Flags1 & NoDefaultLibraries) != 0;
}
