using GoToolchain.Recovery.Repair;

namespace GoToolchain.Tool.Output.Json;

/// <summary>
/// The answer of <c>repair</c>, and of <c>repair --plan</c>: then <c>planned</c> is true, nothing was done, and <c>milliseconds</c> is how long it would
/// take, null when that depends on the network.
/// </summary>
internal sealed record RepairDocument(
    bool Planned,
    string Root,
    string? Version,
    string Platform,
    string? ComparedWith,
    bool Repaired,
    bool Whole,
    bool Resumed,
    IReadOnlyList<RepairActionMember> Actions,
    long Bytes,
    double? Milliseconds,
    IReadOnlyList<string> Unavailable,
    IReadOnlyList<SourceFailureMember> Sources,
    string? Quarantine,
    ContentMember? Before,
    ContentMember? After,
    RepairHealthMember? Health
) : ToolDocument
{
    public static RepairDocument Of(RepairPlan plan) =>
        new(
            true,
            plan.Root,
            plan.Version?.ToString(),
            plan.Platform.ToString(),
            plan.ComparedWith,
            plan.Actions.Count == 0,
            plan.IsWhole,
            plan.Resumes,
            [.. plan.Actions.Select(RepairActionMember.Of)],
            plan.Bytes,
            plan.ExpectedTime?.TotalMilliseconds,
            plan.Unavailable,
            [],
            null,
            plan.Content is { } content ? ContentMember.Of(content) : null,
            null,
            null
        );

    public static RepairDocument Of(RepairReport report) =>
        new(
            false,
            report.Root,
            report.Version?.ToString(),
            report.Platform.ToString(),
            report.ComparedWith,
            report.IsRepaired,
            report.IsWhole,
            report.Resumed,
            [.. report.Actions.Select(RepairActionMember.Of)],
            report.Bytes,
            Math.Round(report.Duration.TotalMilliseconds, 1),
            report.Unavailable,
            [.. report.Sources.Select(SourceFailureMember.Of)],
            report.Quarantine,
            report.Before is { } before ? ContentMember.Of(before) : null,
            report.After is { } after ? ContentMember.Of(after) : null,
            report.Health is { } health ? RepairHealthMember.Of(health) : null
        );
}

/// <summary>One step.</summary>
internal sealed record RepairActionMember(string Kind, string Path, string Text, long Bytes, string? Source, string? Failure)
{
    public static RepairActionMember Of(RepairAction action) =>
        new(Words.Kebab(action.Kind), action.Path, action.Text, action.Bytes, action.Source, action.Failure?.Id);
}

/// <summary>What the doctor says afterwards.</summary>
internal sealed record RepairHealthMember(bool Healthy, string Summary, double Milliseconds, IReadOnlyList<string> Codes)
{
    public static RepairHealthMember Of(HealthReport report) =>
        new(
            report.IsHealthy,
            report.Summary,
            Math.Round(report.Duration.TotalMilliseconds, 1),
            [.. report.Findings.Select(f => f.Code.Id).Distinct()]
        );
}
