namespace GoToolchain.Recovery.Snapshots;

/// <summary>What pruning did, or would do.</summary>
/// <param name="Snapshots">Every snapshot, newest first.</param>
/// <param name="Bytes">What came free: objects that no snapshot needs any more, also those that killed processes left.</param>
/// <param name="KeptBytes">What the remaining snapshots take.</param>
public sealed record GoSnapshotPruneReport(IReadOnlyList<GoPrunedSnapshot> Snapshots, long Bytes, long KeptBytes);

/// <summary>What became of one snapshot.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="IsRemoved">It was removed, or would be.</param>
/// <param name="Reason">Why, or why not: half a sentence.</param>
public sealed record GoPrunedSnapshot(GoSnapshot Snapshot, bool IsRemoved, string Reason);
