namespace GoToolchain.Recovery.Content;

/// <summary>How a file differs from what it should be.</summary>
public enum ContentDifferenceKind
{
    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>Its content is another one, or cannot be read.</summary>
    Modified,

    /// <summary>It is there, and nothing of that name should be.</summary>
    Extra,

    /// <summary>Its permissions are not the ones that it came with.</summary>
    WrongMode,

    /// <summary>Something else than a file stands in its place: a directory, a link, a pipe.</summary>
    WrongType,

    /// <summary>A link stands in its place, and leads nowhere.</summary>
    Dangling,
}
