namespace GoToolchain.Tool.Output.Json;

/// <summary>The answer of <c>gotoolchain</c> alone.</summary>
/// <param name="Spec">What the project asks for; null when there is none.</param>
/// <param name="SpecPlace">The file and line that says so.</param>
/// <param name="Used">What would be used; null when nothing fits.</param>
/// <param name="Health">What the quick examination of it found; null when there is none.</param>
/// <param name="Candidates">How many places on this machine hold, or should hold, a Go.</param>
/// <param name="Links">The stable links.</param>
/// <param name="StartFiles">The start-up files with our block.</param>
/// <param name="Store">The directory of the store.</param>
/// <param name="Snapshots">How many snapshots it has.</param>
/// <param name="SnapshotBytes">What they take.</param>
/// <param name="InterruptedRepairs">GOROOTs whose repair has to be finished.</param>
/// <param name="Remarks">What could not be found out.</param>
internal sealed record StatusDocument(
    string? Spec,
    string? SpecPlace,
    CandidateMember? Used,
    StatusHealthMember? Health,
    int Candidates,
    IReadOnlyList<StatusLinkMember> Links,
    IReadOnlyList<string> StartFiles,
    string Store,
    int Snapshots,
    long SnapshotBytes,
    IReadOnlyList<string> InterruptedRepairs,
    IReadOnlyList<string> Remarks
) : ToolDocument
{
    public static StatusDocument Of(GoStatus status) =>
        new(
            status.Survey.Wanted?.Text,
            status.Survey.WantedPlace,
            status.Survey.Used is { } used ? CandidateMember.Of(used, whyNot: "") : null,
            status.Health is { } health
                ? new StatusHealthMember(
                    health.IsHealthy,
                    health.ErrorCount,
                    health.WarningCount,
                    [.. health.Findings.Select(f => f.Code.ToString())]
                )
                : null,
            status.Survey.Candidates.Count,
            [.. status.Links.Select(l => new StatusLinkMember(l.Path, l.Toolchain))],
            status.StartFiles,
            status.Store,
            status.Snapshots.Snapshots.Count,
            status.Snapshots.Bytes,
            status.InterruptedRepairs,
            status.Remarks
        );
}

/// <summary>What the quick examination found.</summary>
internal sealed record StatusHealthMember(bool Healthy, int Errors, int Warnings, IReadOnlyList<string> Codes);

/// <summary>A stable link.</summary>
internal sealed record StatusLinkMember(string Link, string Toolchain);
