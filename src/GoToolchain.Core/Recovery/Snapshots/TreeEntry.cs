namespace GoToolchain.Recovery.Snapshots;

/// <summary>Something in a tree.</summary>
/// <param name="Path">Relative to GOROOT, with <c>/</c>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Mode">Unix permission bits; none on Windows.</param>
/// <param name="Size">Bytes of a file.</param>
/// <param name="ModifiedUtc">When its content last changed.</param>
/// <param name="Target">Where a link leads, as it is written.</param>
internal readonly record struct TreeEntry(
    string Path,
    TreeEntryKind Kind,
    UnixFileMode Mode,
    long Size,
    DateTime ModifiedUtc,
    string? Target = null
);
