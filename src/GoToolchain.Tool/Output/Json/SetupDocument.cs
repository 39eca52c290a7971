namespace GoToolchain.Tool.Output.Json;

/// <summary>The answer of <c>setup</c>.</summary>
/// <param name="Steps">In their order.</param>
/// <param name="Go">The Go; null in a dry run where it is not there yet.</param>
/// <param name="Link">The stable link.</param>
/// <param name="Directories">What is put on PATH.</param>
/// <param name="Files">The start-up files.</param>
/// <param name="Remarks">What else stands in the way.</param>
/// <param name="Healthy">What the doctor says; null in a dry run.</param>
/// <param name="Findings">What the doctor found.</param>
internal sealed record SetupDocument(
    IReadOnlyList<SetupStepMember> Steps,
    InstallationDocument? Go,
    string Link,
    IReadOnlyList<string> Directories,
    IReadOnlyList<ShellFileMember> Files,
    IReadOnlyList<string> Remarks,
    bool? Healthy,
    IReadOnlyList<SetupFindingMember> Findings
) : ToolDocument
{
    public static SetupDocument Of(SetupReport report) =>
        new(
            [.. report.Steps.Select(SetupStepMember.Of)],
            report.Go is { } go ? InstallationDocument.Of(go) : null,
            report.Link,
            report.Shells.Directories,
            [.. report.Shells.Files.Select(ShellFileMember.Of)],
            report.Shells.Remarks,
            report.Health?.IsHealthy,
            [.. (report.Health?.Findings ?? []).Select(SetupFindingMember.Of)]
        );
}

/// <summary>A step.</summary>
internal sealed record SetupStepMember(string Step, string Outcome, IReadOnlyList<string> Lines, double Seconds)
{
    public static SetupStepMember Of(SetupStep step) =>
        new(Words.Kebab(step.Kind), Words.Kebab(step.Outcome), step.Lines, Math.Round(step.Duration.TotalSeconds, 3));
}

/// <summary>A finding of the doctor.</summary>
internal sealed record SetupFindingMember(string Code, string Severity, string Cause, string Cure)
{
    public static SetupFindingMember Of(HealthFinding finding) =>
        new(finding.Code.Id, Words.Kebab(finding.Severity), finding.Cause, finding.Cure);
}
