namespace GoToolchain;

/// <summary>A step of <see cref="GoToolchainManager.SetUpAsync"/> that has ended.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Outcome">How.</param>
/// <param name="Lines">What was done, or was there: one sentence each.</param>
/// <param name="Duration">How long it took.</param>
public sealed record SetupStep(SetupStepKind Kind, SetupOutcome Outcome, IReadOnlyList<string> Lines, TimeSpan Duration);
