namespace GoToolchain.Recovery.Content;

/// <summary>What stands at a path.</summary>
internal enum FileStateKind
{
    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A symbolic link, wherever it leads; on Windows also a junction.</summary>
    Link,

    /// <summary>A pipe, socket or device.</summary>
    Other,

    /// <summary>A directory on the way may not be searched, or the file system fails.</summary>
    Unreachable,
}
