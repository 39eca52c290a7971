namespace GoToolchain.Recovery.Snapshots;

/// <summary>Which snapshots go. One that fits any of age, count and size goes, unless it is among the <see cref="Keep"/> newest of its GOROOT.</summary>
public sealed record GoSnapshotPruneOptions
{
    /// <summary>Snapshots that are older go. Default: 7 days. Null: the age does not matter.</summary>
    public TimeSpan? OlderThan { get; init; } = TimeSpan.FromDays(7);

    /// <summary>At most so many snapshots of a GOROOT stay, the newest. Null: the count does not matter.</summary>
    public int? AtMost { get; init; }

    /// <summary>All snapshots together may take so many bytes; the oldest go first. Null: the size does not matter.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>So many of each GOROOT stay whatever the rest says, so that what was lost can still be restored. Default: 1.</summary>
    public int Keep { get; init; } = 1;

    /// <summary>Remove nothing; only say what would go.</summary>
    public bool DryRun { get; init; }
}
