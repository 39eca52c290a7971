using GoToolchain.Inspection;
using GoToolchain.Inspection.Rules;
using GoToolchain.Inspection.Trees;

namespace GoToolchain.Health.Checks.Tree;

/// <summary>One part of the examination of a GOROOT, which all of them share.</summary>
/// <param name="id">See <see cref="IHealthCheck.Id"/>.</param>
/// <param name="title">See <see cref="IHealthCheck.Title"/>.</param>
/// <param name="area">The part.</param>
/// <param name="ran">What is looked at.</param>
/// <param name="expected">What should be seen.</param>
internal sealed class TreeAreaCheck(string id, string title, GoRootArea area, string ran, string expected) : IHealthCheck
{
    public string Id => id;

    public string Title => title;

    public HealthLevel Level => HealthLevel.Quick;

    public IReadOnlyList<string> Needs { get; } = [RootCheck.Name];

    public ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel) => ValueTask.FromResult(Answer(context));

    private CheckAnswer Answer(HealthContext context)
    {
        var subject = context.Subject!;
        if (FileFacts.Of(subject.Root).Kind != FileKind.Directory)
        {
            return CheckAnswer.NotApplicable($"{subject.Root} is no directory.");
        }

        var condition = context.Share(c => GoRootExamination.Examine(c.Subject!.Root, c.Host.Platform));
        List<HealthFinding> findings = [.. TreeFindingGroup.In(condition, area).Select(f => Describe(f, condition, subject))];
        var found =
            findings.Count == 0 ? Seen(condition)
            : findings.Count == 1 ? findings[0].Cause
            : $"{findings.Count} findings; the first: {findings[0].Cause}";
        return new CheckAnswer(ran, expected, found) { Findings = findings };
    }

    private static HealthFinding Describe(GoRootFinding finding, GoRootCondition condition, GoCandidate subject)
    {
        var place = finding.Path.Length == 0 ? condition.Root : Path.Combine(condition.Root, finding.Path);
        return new HealthFinding(TreeFindingCode.Of(finding), finding.Sentence, TreeCure.Of(finding, condition, subject))
        {
            Severity = finding.Harm == GoRootHarm.Slight ? HealthSeverity.Warning : HealthSeverity.Error,
            Place = place,
            Fix = finding.Kind == GoRootFindingKind.NotExecutable ? ExecutePermissionFix.Of(place) : null,
        };
    }

    private string Seen(GoRootCondition condition) =>
        area switch
        {
            GoRootArea.Version or GoRootArea.Agreement when condition.Versions.Tree is { } version => $"Go {version}",
            GoRootArea.Platform => condition.Platform.ToString(),
            _ => "as it should be",
        };
}
