namespace GoToolchain.Recovery.Snapshots;

/// <summary>The snapshots of a store.</summary>
/// <param name="Snapshots">Newest first.</param>
/// <param name="Bytes">What all of them take together, in bytes; contents that several have are there once.</param>
public sealed record GoSnapshotList(IReadOnlyList<GoSnapshot> Snapshots, long Bytes);
