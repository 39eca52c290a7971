namespace GoToolchain.Health.Checks.Running.Diagnosis;

/// <summary>Turns what <c>go</c> says when it fails into the cause. The messages are those of Go 1.16 to 1.27.</summary>
internal static class GoOutputDiagnosis
{
    /// <summary>All rules: the first that knows the cause decides, so the more telling ones come first.</summary>
    public static IReadOnlyList<GoOutputRule> Rules { get; } =
    [.. PlaceRules.All, .. VersionRules.All, .. ToolRules.All, .. SourceRules.All, .. SettingRules.All, .. CompilerRules.All];

    /// <summary>Names the cause of a failure.</summary>
    /// <param name="failure">What failed.</param>
    /// <param name="otherwise">The code when no rule knows the cause; then the line that says most is quoted.</param>
    /// <param name="what">What did not work: the subject of a sentence.</param>
    public static HealthFinding Explain(GoFailure failure, GoErrorCode otherwise, string what) =>
        Recognize(failure) ?? Fallback(failure, otherwise, what);

    /// <summary>Names the cause of a failure, where it is known.</summary>
    /// <param name="failure">What failed.</param>
    /// <returns>Null when no rule knows it.</returns>
    public static HealthFinding? Recognize(GoFailure failure)
    {
        if (failure.Result is { Hung: not null } or { NotStarted: not null })
        {
            return null;
        }

        var messages = failure.Result.Messages;
        foreach (var rule in Rules)
        {
            if (rule.Pattern.Match(messages) is { Success: true } match && rule.Explain(match, failure) is { } finding)
            {
                return finding;
            }
        }

        return null;
    }

    private static HealthFinding Fallback(GoFailure failure, GoErrorCode code, string what)
    {
        var line = failure.DecisiveLine;
        var cause = $"{what}: `{failure.Result.Ran}` {failure.Result.Ending}{(line.Length == 0 ? " without a message." : $": {line}")}";
        return new HealthFinding(code, cause, failure.Tree.InstallAgain);
    }
}
