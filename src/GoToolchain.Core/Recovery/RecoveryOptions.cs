namespace GoToolchain.Recovery;

/// <summary>How a machine is to get its Go back.</summary>
public sealed record RecoveryOptions
{
    /// <summary>Ask no source: only what is on this machine. The setting <c>offline</c> says the same.</summary>
    public bool Offline { get; init; }

    /// <summary>Put a link to another Go in the place of a tree that is gone, even where the tree itself could be restored: that takes no time and no space.</summary>
    public bool Redirect { get; init; }

    /// <summary>How thorough the examination is that proves the recovery.</summary>
    public HealthLevel Proof { get; init; } = HealthLevel.Quick;
}
