namespace GoToolchain;

/// <summary>What became of a repair.</summary>
/// <param name="Finding">What was wrong.</param>
/// <param name="Text">What was done, with the name of the backup where there is one; why nothing was done when it failed: one sentence.</param>
public sealed record HealthFixResult(HealthFinding Finding, string Text)
{
    /// <summary>Why it could not be done; null when it was done.</summary>
    public GoToolchainException? Failure { get; init; }

    /// <summary>It was done.</summary>
    public bool IsDone => Failure is null;
}
