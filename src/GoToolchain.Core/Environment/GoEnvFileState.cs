namespace GoToolchain;

/// <summary>What became of reading a file of Go settings.</summary>
public enum GoEnvFileState
{
    /// <summary>It was read. Its lines may still have problems.</summary>
    Read,

    /// <summary>There is none, which is usual.</summary>
    Absent,

    /// <summary><c>GOENV=off</c>: Go does not look for one.</summary>
    Off,

    /// <summary>There is no place for it, for example because HOME is not set: Go goes on without one.</summary>
    NoPlace,

    /// <summary>It is there, but may not or cannot be read, or is a directory or a link to nowhere: Go says nothing and goes on without it.</summary>
    Unreadable,

    /// <summary>It is a pipe, socket or device: whoever opens it, as <c>go</c> does, may wait for ever. It was not opened.</summary>
    NotRegular,

    /// <summary>It is longer than any such file can sensibly be. Only its beginning was read; Go reads it all.</summary>
    TooLong,
}
