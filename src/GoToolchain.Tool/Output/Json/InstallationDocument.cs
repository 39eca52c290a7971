namespace GoToolchain.Tool.Output.Json;

/// <summary>A usable Go: the answer of <c>where</c> and <c>install</c>.</summary>
internal sealed record InstallationDocument(
    string Root,
    string GoExecutable,
    string Version,
    string Platform,
    string Origin,
    string FoundAs,
    bool Managed,
    string Trust,
    bool InstalledNow
) : ToolDocument
{
    public static InstallationDocument Of(GoInstallation go) =>
        new(
            go.Root,
            go.GoExecutable,
            go.Version.ToString(),
            go.Platform.ToString(),
            Words.Kebab(go.Candidate.Origins[0]),
            go.Candidate.FoundAs[0],
            go.Candidate.IsManaged,
            Words.Kebab(go.Trust),
            go.InstalledNow
        );
}
