namespace GoToolchain.Recovery.Content;

/// <summary>How thoroughly a tree is compared.</summary>
public sealed record ContentOptions
{
    /// <summary>Read and hash every file, whatever the file system says about it.</summary>
    public bool Deep { get; init; }

    /// <summary>
    /// When all files were known to be right, for example when the manifest was written. A file of the right size that the file system says has not
    /// been changed since then is not read. Null: every file is read.
    /// </summary>
    public DateTimeOffset? KnownGoodAt { get; init; }

    /// <summary>Of a mode only the permission to be executed counts, and only its loss: who installed the tree had modes of their own.</summary>
    public bool LooseModes { get; init; }

    /// <summary>Links are no difference, and a link in the place of a directory is as good as one, as in the packages of some distributions.</summary>
    public bool AllowLinks { get; init; }
}
