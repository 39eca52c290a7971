using GoToolchain.Recovery.Snapshots;

namespace GoToolchain.Tool.Output.Json;

/// <summary>A snapshot.</summary>
internal sealed record SnapshotMember(
    string Id,
    string Root,
    string? Version,
    string? Platform,
    DateTimeOffset CreatedAt,
    int Files,
    long Bytes,
    long OwnBytes,
    long ClonedBytes,
    bool AsInstalled,
    bool Damaged
)
{
    public static SnapshotMember Of(GoSnapshot snapshot) =>
        new(
            snapshot.Id,
            snapshot.Root,
            snapshot.Version?.ToString(),
            snapshot.Platform?.ToString(),
            snapshot.CreatedAt,
            snapshot.Files,
            snapshot.Bytes,
            snapshot.OwnBytes,
            snapshot.ClonedBytes,
            snapshot.IsAsInstalled,
            snapshot.IsDamaged
        );
}

/// <summary>The answer of <c>snapshot create</c>.</summary>
internal sealed record SnapshotCreateDocument(SnapshotMember Snapshot) : ToolDocument;

/// <summary>The answer of <c>snapshot list</c>.</summary>
/// <param name="Snapshots">Newest first.</param>
/// <param name="Bytes">What all take together.</param>
internal sealed record SnapshotListDocument(IReadOnlyList<SnapshotMember> Snapshots, long Bytes) : ToolDocument;

/// <summary>The answer of <c>snapshot restore</c>.</summary>
internal sealed record SnapshotRestoreDocument(SnapshotMember Snapshot, string Root, double Milliseconds, bool Replaced) : ToolDocument;

/// <summary>The answer of <c>snapshot prune</c>.</summary>
/// <param name="DryRun">Nothing was removed; it says what would be.</param>
/// <param name="Snapshots">Every snapshot.</param>
/// <param name="Bytes">What came free.</param>
/// <param name="KeptBytes">What the remaining ones take.</param>
internal sealed record SnapshotPruneDocument(bool DryRun, IReadOnlyList<PrunedSnapshotMember> Snapshots, long Bytes, long KeptBytes)
    : ToolDocument;

/// <summary>What became of a snapshot.</summary>
internal sealed record PrunedSnapshotMember(string Id, string Root, bool Removed, string Reason);

/// <summary>The answer of <c>snapshot drill</c>.</summary>
internal sealed record SnapshotDrillDocument(
    SnapshotMember Snapshot,
    bool Passed,
    double RecoveryMilliseconds,
    double ProofMilliseconds,
    double LimitMilliseconds,
    IReadOnlyList<string> Problems
) : ToolDocument;
