namespace GoToolchain;

/// <summary>The codes of snapshots and watching.</summary>
public static partial class GoErrorCodes
{
    /// <summary>There is no such snapshot.</summary>
    public static GoErrorCode NoSnapshot { get; } = new("GOTC6520", 2, "No such snapshot");

    /// <summary>A snapshot lacks something, so that it cannot be restored.</summary>
    public static GoErrorCode SnapshotDamaged { get; } = new("GOTC6521", 3, "Snapshot damaged");

    /// <summary>No snapshot can be made of a tree: it is not there, cannot be read, or changes all the time.</summary>
    public static GoErrorCode NotSnapshotted { get; } = new("GOTC6522", 3, "No snapshot possible");

    /// <summary>A snapshot is not restored there, for something is there already.</summary>
    public static GoErrorCode RestoreRefused { get; } = new("GOTC6523", 7, "Something is there already");

    /// <summary>A restore drill took longer than it may, or gave another tree.</summary>
    public static GoErrorCode DrillFailed { get; } = new("GOTC6524", 1, "Restore drill failed");

    /// <summary>The system has no watches left, so a GOROOT is looked at every other second instead.</summary>
    public static GoErrorCode WatchesExhausted { get; } = new("GOTC6530", 7, "No watches left");

    /// <summary>A tree cannot be watched: it is not there, and nobody knows what it should be.</summary>
    public static GoErrorCode NotWatchable { get; } = new("GOTC6531", 2, "Nothing to watch");

    /// <summary>A watched GOROOT is not what it should be, or gone.</summary>
    public static GoErrorCode RootChanged { get; } = new("GOTC6532", 1, "GOROOT has changed");

    /// <summary>A watched GOROOT could not be repaired; it is tried again later.</summary>
    public static GoErrorCode NotHealed { get; } = new("GOTC6533", 3, "GOROOT not healed");

    private static IReadOnlyList<GoErrorCode> Guarding =>
        [NoSnapshot, SnapshotDamaged, NotSnapshotted, RestoreRefused, DrillFailed, WatchesExhausted, NotWatchable, RootChanged, NotHealed];
}
