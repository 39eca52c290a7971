using GoToolchain.Recovery.Content;

namespace GoToolchain.Tool.Output.Json;

/// <summary>The answer of <c>verify</c>: the members of <see cref="VerificationReport"/>.</summary>
internal sealed record ContentDocument(
    string Root,
    string? Version,
    string Platform,
    string Basis,
    string ComparedWith,
    string Trust,
    bool Adopted,
    ContentMember Content
) : ToolDocument
{
    public static ContentDocument Of(VerificationReport report) =>
        new(
            report.Root,
            report.Version?.ToString(),
            report.Platform.ToString(),
            Words.Kebab(report.Basis),
            report.ComparedWith,
            Words.Kebab(report.Trust),
            report.IsAdopted,
            ContentMember.Of(report.Content)
        );
}
