namespace GoToolchain;

/// <summary>What this user can do in a directory, as it was tried.</summary>
public enum WritablePlaceState
{
    /// <summary>Files can be written, and programs run.</summary>
    Usable,

    /// <summary>It does not exist, but could be created, and then be used.</summary>
    Creatable,

    /// <summary>Files can be written, but programs may not run there (a mount with noexec).</summary>
    NotExecutable,

    /// <summary>The file system is mounted read-only.</summary>
    ReadOnly,

    /// <summary>No space is left on the volume.</summary>
    NoSpace,

    /// <summary>The disk quota of this user is used up.</summary>
    QuotaExceeded,

    /// <summary>It belongs to another user, who lets nobody else write.</summary>
    NotOwner,

    /// <summary>It belongs to this user, but its permissions forbid to write, or those of a directory on the way forbid to pass.</summary>
    NoPermission,

    /// <summary>It, or the directory in which it would be created, is protected from every change (<c>chattr +i</c>).</summary>
    Immutable,

    /// <summary>Something that is no directory stands in its place, or on the way to it; or a link that leads nowhere.</summary>
    Blocked,

    /// <summary>The path is longer than the file system allows.</summary>
    PathTooLong,

    /// <summary>The path is not absolute, so it is no place.</summary>
    NotAbsolute,

    /// <summary>The file system fails in another way.</summary>
    Failed,
}
