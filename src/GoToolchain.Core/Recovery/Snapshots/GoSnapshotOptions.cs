namespace GoToolchain.Recovery.Snapshots;

/// <summary>How a snapshot is made.</summary>
public sealed record GoSnapshotOptions
{
    /// <summary>Compress what is added: about a third of the room, and a slower restore. What is there already stays as it is.</summary>
    public bool Compress { get; init; }
}
