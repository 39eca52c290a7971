namespace GoToolchain.Recovery.Snapshots;

/// <summary>A snapshot of a GOROOT: every file of it, kept in the store where no change of the tree can reach it.</summary>
public sealed record GoSnapshot
{
    /// <summary>Its name, which begins with the time: <c>20261130-101259-417</c> (UTC).</summary>
    public required string Id { get; init; }

    /// <summary>The GOROOT that it was made of: absolute, links as they were spelled.</summary>
    public required string Root { get; init; }

    /// <summary>The version of that Go; null when the tree did not tell.</summary>
    public GoVersion? Version { get; init; }

    /// <summary>The platform of that Go; null when the tree did not tell.</summary>
    public GoPlatform? Platform { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How many files it has.</summary>
    public required int Files { get; init; }

    /// <summary>The sum of their sizes in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>What it takes in the store that no other snapshot takes, in bytes: as much comes free when it goes.</summary>
    public long OwnBytes { get; init; }

    /// <summary>
    /// The bytes that were cloned by the file system (reflink) when it was made: they take room only once the live tree changes.
    /// </summary>
    public long ClonedBytes { get; init; }

    /// <summary>
    /// When it was made, the tree was what its manifest in the store says. False: it differed, or nobody knows what it should have been.
    /// </summary>
    public bool IsAsInstalled { get; init; }

    /// <summary>The snapshot cannot be read any more; only <see cref="Id"/> tells something.</summary>
    public bool IsDamaged { get; init; }
}
