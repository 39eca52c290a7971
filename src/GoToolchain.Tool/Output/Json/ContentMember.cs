using GoToolchain.Recovery.Content;

namespace GoToolchain.Tool.Output.Json;

/// <summary>How a tree compares with what it should hold.</summary>
internal sealed record ContentMember(
    bool Same,
    int Files,
    int HashedFiles,
    long HashedBytes,
    double Milliseconds,
    IReadOnlyList<DifferenceMember> Differences
)
{
    public static ContentMember Of(ContentReport content) =>
        new(
            content.IsSame,
            content.Files,
            content.HashedFiles,
            content.HashedBytes,
            Math.Round(content.Duration.TotalMilliseconds, 1),
            [.. content.Differences.Select(d => new DifferenceMember(d.Path, Words.Kebab(d.Kind)))]
        );
}

/// <summary>One difference.</summary>
internal sealed record DifferenceMember(string Path, string Kind);
