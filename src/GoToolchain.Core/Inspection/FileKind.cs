namespace GoToolchain.Inspection;

/// <summary>What is at a path.</summary>
internal enum FileKind
{
    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>A link that leads nowhere or in a circle.</summary>
    DanglingLink,

    /// <summary>A directory, or a link to one.</summary>
    Directory,

    /// <summary>A file, pipe, socket or device, or a link to one.</summary>
    File,
}
