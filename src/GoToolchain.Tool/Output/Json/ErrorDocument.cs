namespace GoToolchain.Tool.Output.Json;

/// <summary>What failed.</summary>
internal sealed record ErrorDocument(ErrorMember Error) : ToolDocument
{
    public static ErrorDocument Of(GoToolchainException error) =>
        new(
            new ErrorMember(
                error.Code.Id,
                error.Code.Title,
                error.Code.ExitCode,
                error.Problem,
                error.Place,
                error.NextStep,
                error.HelpLink,
                [.. error.Candidates.Select(c => new RejectedMember(c.Candidate.Root, c.Candidate.Version?.ToString(), c.Reason))],
                [.. error.Sources.Select(SourceFailureMember.Of)]
            )
        );
}

/// <summary>The failure.</summary>
internal sealed record ErrorMember(
    string Code,
    string Title,
    int ExitCode,
    string Message,
    string? Place,
    string? NextStep,
    string? HelpLink,
    IReadOnlyList<RejectedMember> Candidates,
    IReadOnlyList<SourceFailureMember> Sources
);

/// <summary>A candidate that was not chosen.</summary>
internal sealed record RejectedMember(string Root, string? Version, string Reason);
