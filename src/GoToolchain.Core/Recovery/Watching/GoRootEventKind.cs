namespace GoToolchain.Recovery.Watching;

/// <summary>What a <see cref="GoRootEvent"/> tells.</summary>
public enum GoRootEventKind
{
    /// <summary>Watching has begun; the state is that of this moment.</summary>
    Started,

    /// <summary>The tree is being changed, and that goes on. What it comes to is told by the <see cref="Changed"/> that follows.</summary>
    Changing,

    /// <summary>The tree has been changed, and is quiet again: the state, and what differs now.</summary>
    Changed,

    /// <summary>Another version stands complete in the place of a Go that is not ours: from now on that one is watched.</summary>
    Adopted,

    /// <summary>A snapshot was made.</summary>
    SnapshotMade,

    /// <summary>No snapshot could be made.</summary>
    SnapshotFailed,

    /// <summary>The tree was repaired, and is intact.</summary>
    Healed,

    /// <summary>The tree could not be repaired. It is tried again.</summary>
    HealFailed,

    /// <summary>The system has no watches left: the tree is looked at every other second, and changes are told that late.</summary>
    LimitReached,
}
