namespace GoToolchain.Recovery.Snapshots;

/// <summary>What a restore did.</summary>
/// <param name="Snapshot">What was restored.</param>
/// <param name="Root">Where the tree is now: absolute.</param>
/// <param name="Duration">From the start to the complete, proved tree in its place.</param>
/// <param name="Replaced">There was something, which is gone now.</param>
public sealed record GoSnapshotRestore(GoSnapshot Snapshot, string Root, TimeSpan Duration, bool Replaced);
