namespace GoToolchain.Recovery.Snapshots;

/// <summary>What a <see cref="TreeEntry"/> is.</summary>
internal enum TreeEntryKind
{
    /// <summary>A regular file, or a link to one outside of the tree.</summary>
    File,

    /// <summary>A link that leads to something in the tree, or nowhere.</summary>
    Link,

    /// <summary>A directory.</summary>
    Directory,
}
