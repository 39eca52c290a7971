namespace GoToolchain;

/// <summary>A library that a file names as one that it needs.</summary>
public sealed class LibraryNeed
{
    /// <summary>The name as it stands in the file, for example <c>libc.so.6</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The program runs without it too: a weak or delayed import, DT_AUXILIARY.</summary>
    public bool IsOptional { get; init; }

    /// <summary>By which rule it was found.</summary>
    public LibraryOrigin Origin { get; internal set; }

    /// <summary>What it leads to; null when it is not found, or has no file (<see cref="LibraryOrigin.OperatingSystem"/>).</summary>
    public LinkedFile? File { get; internal set; }

    /// <summary>Where the loader looks for what this file needs, in its order.</summary>
    public IReadOnlyList<LibrarySearchPlace> Searched { get; internal set; } = [];

    /// <summary>Files of that name that the loader came to and did not take.</summary>
    public IReadOnlyList<LibraryRejection> Rejected { get; internal set; } = [];

    /// <summary>Whether there is something to load.</summary>
    public bool IsFound => Origin != LibraryOrigin.NotFound;
}
