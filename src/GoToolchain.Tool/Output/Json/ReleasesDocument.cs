using GoToolchain.Sources;

namespace GoToolchain.Tool.Output.Json;

/// <summary>The answer of <c>releases</c>.</summary>
internal sealed record ReleasesDocument(
    string? Spec,
    string Platform,
    IReadOnlyList<ReleaseMember> Releases,
    IReadOnlyList<SourceFailureMember> Failures
) : ToolDocument;

/// <summary>One release, as a source offers it.</summary>
internal sealed record ReleaseMember(
    string Version,
    string Platform,
    string Source,
    string FileName,
    long? Size,
    string? Sha256,
    bool Installed
)
{
    public static ReleaseMember Of(GoRelease release, bool installed) =>
        new(
            release.Version.ToString(),
            release.Platform.ToString(),
            release.Source,
            release.FileName,
            release.Size,
            release.Digest?.ToString(),
            installed
        );
}
