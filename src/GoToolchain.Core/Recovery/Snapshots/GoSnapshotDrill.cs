namespace GoToolchain.Recovery.Snapshots;

/// <summary>What a restore drill found: a restore into a scratch place, every file of which was then read back and compared.</summary>
/// <param name="Snapshot">What was restored.</param>
/// <param name="Recovery">The time until a complete tree was there.</param>
/// <param name="Proof">The time to read back and compare every file, its mode and its time.</param>
/// <param name="Limit">What the recovery may take.</param>
/// <param name="Problems">What is missing or differs in the restored tree: one line each. Empty: it is the tree of the snapshot.</param>
public sealed record GoSnapshotDrill(GoSnapshot Snapshot, TimeSpan Recovery, TimeSpan Proof, TimeSpan Limit, IReadOnlyList<string> Problems)
{
    /// <summary>Recovered in time.</summary>
    public bool IsInTime => Recovery <= Limit;

    /// <summary>In time, and without a problem.</summary>
    public bool IsPassed => IsInTime && Problems.Count == 0;
}
