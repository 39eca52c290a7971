namespace GoToolchain.Recovery.Repair;

/// <summary>What a repair does.</summary>
public enum RepairActionKind
{
    /// <summary>A file is put in its place again.</summary>
    RestoreFile,

    /// <summary>A file or directory gets its permissions back.</summary>
    SetMode,

    /// <summary>What does not belong into the tree is moved out of it, and kept.</summary>
    Quarantine,

    /// <summary>The whole tree is made anew and put in its place at once.</summary>
    RebuildTree,

    /// <summary>What surrounds the tree is put right.</summary>
    FixSurroundings,

    /// <summary>A link, or a setting, is led to another Go.</summary>
    Redirect,
}
