namespace GoToolchain;

/// <summary>How the Go that built a program relates to the Go of this machine.</summary>
public enum GoBuildRelation
{
    /// <summary>The program does not say which Go built it, or says it in a way that cannot be compared.</summary>
    Unknown,

    /// <summary>There is no usable Go on this machine to compare with.</summary>
    NoGo,

    /// <summary>The same release.</summary>
    Same,

    /// <summary>The same release, but from another vendor, with other experiments, or of another revision of the development tree.</summary>
    SameReleaseOtherBuild,

    /// <summary>An older Go built it.</summary>
    BuiltByOlder,

    /// <summary>A newer Go built it.</summary>
    BuiltByNewer,
}
