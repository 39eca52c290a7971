namespace GoToolchain;

/// <summary>A file that is loaded: the one that was asked about, or a library that it needs, directly or not.</summary>
public sealed class LinkedFile
{
    /// <summary>The name under which it was first asked for.</summary>
    public required string Name { get; init; }

    /// <summary>Where it was found: absolute, as the loader names it, so links are not resolved.</summary>
    public required string Path { get; init; }

    /// <summary>By which rule it was found first.</summary>
    public required LibraryOrigin Origin { get; init; }

    /// <summary>The name that it gives itself (DT_SONAME, LC_ID_DYLIB); null when it gives none.</summary>
    public string? OwnName { get; init; }

    /// <summary>GOARCH of the machine that it is for; null when Go has no port to it.</summary>
    public string? Arch { get; init; }

    /// <summary>What it needs, in its order: the tree. Two files may need each other.</summary>
    public IReadOnlyList<LibraryNeed> Needs { get; internal set; } = [];

    /// <summary>The directories that it brings along for its own needs and those of its needs, as they are written (DT_RPATH).</summary>
    public string? RPath { get; init; }

    /// <summary>The directories that it brings along for its own needs, as they are written (DT_RUNPATH, LC_RPATH).</summary>
    public string? RunPath { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
