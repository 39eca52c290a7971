namespace GoToolchain.Tool.Output.Json;

/// <summary>The answer of <c>list</c>.</summary>
/// <param name="Spec">What the project asks for; null when there is none.</param>
/// <param name="SpecPlace">The file and line that says so.</param>
/// <param name="Used">The root that would be used; null when none fits.</param>
/// <param name="Candidates">Everything that was looked at.</param>
internal sealed record ListDocument(string? Spec, string? SpecPlace, string? Used, IReadOnlyList<CandidateMember> Candidates)
    : ToolDocument;

/// <summary>A place that may hold a Go.</summary>
internal sealed record CandidateMember(
    string Root,
    string ResolvedRoot,
    string? Version,
    string? Platform,
    string Verdict,
    string Reason,
    string? LeadsTo,
    bool Managed,
    string Trust,
    bool Used,
    string WhyNot,
    IReadOnlyList<FoundMember> Found
)
{
    public static CandidateMember Of(GoCandidate candidate, string whyNot) =>
        new(
            candidate.Root,
            candidate.ResolvedRoot,
            candidate.Version?.ToString(),
            candidate.Platform?.ToString(),
            Words.Kebab(candidate.Verdict),
            candidate.Reason,
            candidate.LeadsTo,
            candidate.IsManaged,
            Words.Kebab(candidate.Trust),
            whyNot.Length == 0,
            whyNot,
            [.. candidate.Origins.Zip(candidate.FoundAs, (origin, path) => new FoundMember(Words.Kebab(origin), path))]
        );
}

/// <summary>How a candidate was found.</summary>
internal sealed record FoundMember(string Origin, string Path);
