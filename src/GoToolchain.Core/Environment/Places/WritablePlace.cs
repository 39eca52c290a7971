namespace GoToolchain;

/// <summary>A directory that this user might write to, and what happened when it was tried.</summary>
public sealed record WritablePlace
{
    /// <summary>The directory.</summary>
    public required string Path { get; init; }

    /// <summary>What it is for: <c>GOCACHE</c>, <c>XDG_CACHE_HOME</c>, <c>temporary files</c>.</summary>
    public required IReadOnlyList<string> Purposes { get; init; }

    /// <summary>What can be done there.</summary>
    public required WritablePlaceState State { get; init; }

    /// <summary>Why it cannot be used, or what is special: one sentence; null when there is nothing to say.</summary>
    public string? Reason { get; init; }

    /// <summary>Programs can run there; null when it was not tried, or no program to try is on this machine.</summary>
    public bool? CanExecute { get; init; }

    /// <summary>Everybody may create files there, and only remove their own (the sticky bit, as on <c>/tmp</c>).</summary>
    public bool IsShared { get; init; }

    /// <summary>Free bytes for this user; null when it is not known.</summary>
    public long? FreeBytes { get; init; }

    /// <summary>The type of the file system, for example <c>tmpfs</c>; null when it is not known.</summary>
    public string? FileSystem { get; init; }

    /// <summary>Files can be written there, now or once it is created.</summary>
    public bool IsWritable => State is WritablePlaceState.Usable or WritablePlaceState.Creatable or WritablePlaceState.NotExecutable;
}
