namespace GoToolchain;

/// <summary>How a step of <see cref="GoToolchainManager.SetUpAsync"/> ended.</summary>
public enum SetupOutcome
{
    /// <summary>It was done now.</summary>
    Done,

    /// <summary>It was so already.</summary>
    AlreadyThere,

    /// <summary>It would be done: nothing is changed in a dry run.</summary>
    Planned,

    /// <summary>What was examined is not healthy.</summary>
    Unhealthy,
}
