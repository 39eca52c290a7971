namespace GoToolchain.Health;

/// <summary>What a check has to say.</summary>
/// <param name="Ran">What was run or looked at.</param>
/// <param name="Expected">What should be seen.</param>
/// <param name="Found">What was seen.</param>
internal sealed record CheckAnswer(string Ran, string Expected, string Found)
{
    /// <summary>What is wrong; empty when nothing is.</summary>
    public IReadOnlyList<HealthFinding> Findings { get; init; } = [];

    /// <summary>It makes no sense here; <see cref="Found"/> says why.</summary>
    public bool IsNotApplicable { get; init; }

    /// <summary>The check makes no sense here.</summary>
    /// <param name="reason">Why: one sentence.</param>
    public static CheckAnswer NotApplicable(string reason) => new("", "", reason) { IsNotApplicable = true };

    /// <summary>How the check ended.</summary>
    public HealthOutcome Outcome =>
        IsNotApplicable ? HealthOutcome.NotApplicable
        : Findings.Count == 0 ? HealthOutcome.Passed
        : Findings.Any(f => f.Severity == HealthSeverity.Error) ? HealthOutcome.Failed
        : HealthOutcome.Warning;
}
