namespace GoToolchain;

/// <summary>What <see cref="GoToolchainManager.SetUpAsync"/> did, and what was there already.</summary>
/// <param name="Steps">In their order.</param>
/// <param name="Link">The stable link.</param>
public sealed record SetupReport(IReadOnlyList<SetupStep> Steps, string Link)
{
    /// <summary>The Go; null in a dry run where it is not there yet.</summary>
    public GoInstallation? Go { get; init; }

    /// <summary>The start-up files.</summary>
    public required ShellBlockReport Shells { get; init; }

    /// <summary>The examination; null in a dry run.</summary>
    public HealthReport? Health { get; init; }

    /// <summary>Something was changed, or would be.</summary>
    public bool IsChange => Steps.Any(s => s.Outcome is SetupOutcome.Done or SetupOutcome.Planned && s.Kind != SetupStepKind.Doctor);
}
