namespace GoToolchain;

/// <summary>What becomes of a start-up file.</summary>
public enum ShellFileAction
{
    /// <summary>It holds the block already.</summary>
    UpToDate,

    /// <summary>It is made, with the block.</summary>
    Created,

    /// <summary>The block is added at its end.</summary>
    Added,

    /// <summary>The block in it is replaced.</summary>
    Updated,

    /// <summary>The block is taken out: the file is what it was before.</summary>
    Restored,

    /// <summary>It is removed, for it was made for the block.</summary>
    Deleted,
}
