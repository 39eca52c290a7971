using GoToolchain.Inspection.Trees;

namespace GoToolchain.Health.Checks.Tree;

/// <summary>What to do about a damaged GOROOT. It depends on who put the tree there.</summary>
internal static class TreeCure
{
    /// <summary>The cure: one sentence.</summary>
    /// <param name="finding">What is wrong.</param>
    /// <param name="condition">The GOROOT.</param>
    /// <param name="subject">Where it was found.</param>
    public static string Of(GoRootFinding finding, GoRootCondition condition, GoCandidate subject) =>
        finding.Kind switch
        {
            GoRootFindingKind.NotExecutable =>
                $"Run `gotoolchain doctor --fix`, or `chmod a+x {Path.Combine(condition.Root, finding.Path)}`.",
            GoRootFindingKind.Unreadable => "Give this user the right to read it, or use another Go.",
            GoRootFindingKind.Stranger => "Move what you did not put there on purpose out of the tree.",
            GoRootFindingKind.VersionFile when condition.Versions.Tree is { } version =>
                $"Write `{version.ToolchainName}` into its first line, or {Again(condition, subject)}",
            GoRootFindingKind.ForeignPlatform when finding.Path.Length == 0 => $"Use a Go for this machine: {Install(condition)}",
            GoRootFindingKind.ForeignVersion or GoRootFindingKind.Leftover =>
                $"Remove the tree before one version is put there, for unpacking over it mends nothing: {Again(condition, subject)}",
            _ => char.ToUpperInvariant(Again(condition, subject)[0]) + Again(condition, subject)[1..],
        };

    private static string Again(GoRootCondition condition, GoCandidate subject) =>
        subject.IsManaged ? $"run `gotoolchain repair {condition.Root}`."
        : subject.Origins.Contains(GoOrigin.Distribution)
            ? $"reinstall the packages of the distribution that own {condition.Root}, or {Install(condition)}"
        : $"run `gotoolchain repair {condition.Root}`, install this version again with what put it there, or {Install(condition)}";

    private static string Install(GoRootCondition condition) =>
        condition.Versions.Tree is { IsDevel: false } version ? $"run `gotoolchain install {version}`." : "run `gotoolchain install`.";
}
