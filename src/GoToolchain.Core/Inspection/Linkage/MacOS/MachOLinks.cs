namespace GoToolchain.Inspection.Linkage.MacOS;

/// <summary>What a Mach-O file tells dyld about other files.</summary>
internal sealed record MachOLinks
{
    /// <summary>GOARCH; null when Go has no port to it.</summary>
    public string? Arch { get; init; }

    /// <summary>MH_EXECUTE.</summary>
    public bool IsProgram { get; init; }

    /// <summary>LC_LOAD_DYLINKER.</summary>
    public string? Interpreter { get; init; }

    /// <summary>LC_ID_DYLIB.</summary>
    public string? OwnName { get; init; }

    /// <summary>LC_LOAD_DYLIB and its variants.</summary>
    public IReadOnlyList<(string Name, bool IsWeak)> Libraries { get; init; } = [];

    /// <summary>LC_RPATH.</summary>
    public IReadOnlyList<string> RunPaths { get; init; } = [];

    /// <summary>There are more than were read.</summary>
    public bool IsCutShort { get; init; }
}
