using GoToolchain.Recovery;

namespace GoToolchain.Tool.Output.Json;

/// <summary>The answer of <c>recover</c>: the members of <see cref="RecoveryReport"/>.</summary>
internal sealed record RecoveryDocument(
    string Root,
    string? Version,
    bool Recovered,
    IReadOnlyList<GoneMember> Gone,
    IReadOnlyList<RepairActionMember> Actions,
    string? GoVersionOutput,
    double Milliseconds,
    double ProofMilliseconds,
    RepairHealthMember Health,
    string? NextStep
) : ToolDocument
{
    public static RecoveryDocument Of(RecoveryReport report) =>
        new(
            report.Go.Root,
            report.Go.Version?.ToString(),
            report.IsRecovered,
            [
                .. report.Gone.Select(g => new GoneMember(
                    g.Root,
                    g.Version?.ToString(),
                    g.Witness,
                    g.IsRestored,
                    g.RedirectedTo,
                    g.Text,
                    g.Repair is { } repair ? Math.Round(repair.Duration.TotalMilliseconds, 1) : null
                )),
            ],
            [.. report.Actions.Select(RepairActionMember.Of)],
            report.GoVersionOutput,
            Math.Round(report.Duration.TotalMilliseconds, 1),
            Math.Round(report.ProofDuration.TotalMilliseconds, 1),
            RepairHealthMember.Of(report.Health),
            report.NextStep
        );
}

/// <summary>What was gone, and what became of it.</summary>
internal sealed record GoneMember(
    string Root,
    string? Version,
    string Witness,
    bool Restored,
    string? RedirectedTo,
    string Text,
    double? Milliseconds
);
