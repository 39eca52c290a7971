namespace GoToolchain.Testing.Provisioning;

/// <summary>The words of a test that has no Go: the doctor's sentence, which policy keeps it from being installed, and the command that cures.</summary>
internal static class MissingGoText
{
    // A line each; more of them say no more.
    private const int MostCandidates = 3;

    /// <summary>The doctor has found what is wrong.</summary>
    public static GoToolchainUnavailableException Of(HealthFinding finding, GoToolchainException? cause, PolicyDecision decision)
    {
        var place = finding.Place is { } named && !finding.Cause.Contains(named, StringComparison.Ordinal) ? $" [{named}]" : "";
        var here = finding.Code == GoErrorCodes.NotFound && cause is not null ? Here(cause) : "";
        return new GoToolchainUnavailableException(
            finding.Code,
            $"{finding.Cause}{place}{here}{Policy(decision)}",
            $"{finding.Cure}{Alternative(decision)}",
            cause
        );
    }

    /// <summary>It could not be installed, or a setting is wrong.</summary>
    public static GoToolchainUnavailableException Of(GoToolchainException failure, PolicyDecision decision)
    {
        var place = failure.Place is null ? "" : $" [{failure.Place}]";
        var tried = failure.Sources.Count == 0 ? "" : " " + string.Join(" ", failure.Sources.Select(s => $"{s.Source}: {s.Reason}"));
        return decision.Policy == GoTestPolicy.Provision || failure.Code == GoErrorCodes.InvalidSetting
            ? new(failure.Code, failure.Problem + place + tried, failure.NextStep ?? $"See {failure.HelpLink}.", failure)
            : new(
                failure.Code,
                failure.Problem + place + Policy(decision),
                $"{failure.NextStep ?? "Install a Go before the tests run."}{Alternative(decision)}",
                failure
            );
    }

    private static string Here(GoToolchainException cause)
    {
        var here = cause.Details.Take(MostCandidates).ToList();
        return here.Count == 0 ? "" : $" Here is: {string.Join("; ", here)}.";
    }

    private static string Policy(PolicyDecision decision) =>
        decision.Policy == GoTestPolicy.Provision
            ? ""
            : $" Tests do not install one: the policy is {decision.Policy}, because {decision.Because}.";

    private static string Alternative(PolicyDecision decision) =>
        decision.Policy == GoTestPolicy.Provision ? "" : $" Or set {PolicyDecision.Variable}={GoTestPolicy.Provision}.";
}
