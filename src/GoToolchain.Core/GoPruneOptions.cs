namespace GoToolchain;

/// <summary>What <see cref="GoToolchainManager.PruneAsync"/> removes.</summary>
public sealed record GoPruneOptions
{
    /// <summary>How many toolchains of a platform stay whatever their age: the newest versions. Null: the count does not matter.</summary>
    public int? Keep { get; init; }

    /// <summary>Only what was installed longer ago than that is removed. Null: the age does not matter.</summary>
    public TimeSpan? OlderThan { get; init; }

    /// <summary>Remove nothing; only say what would be removed.</summary>
    public bool DryRun { get; init; }
}
