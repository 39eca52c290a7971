namespace GoToolchain.Tool.Output.Json;

/// <summary>The shared libraries that a file needs.</summary>
internal sealed record LinkageMember(
    bool Dynamic,
    string CLibrary,
    string? Loader,
    bool Healthy,
    bool CutShort,
    IReadOnlyList<LinkedFileMember> Files
)
{
    public static LinkageMember Of(LinkageReport report) =>
        new(
            report.IsDynamic,
            Words.Kebab(report.CLibrary),
            report.LoaderPath,
            report.IsHealthy,
            report.IsCutShort,
            [.. report.Files.Select(LinkedFileMember.Of)]
        );
}

/// <summary>A file that is loaded.</summary>
internal sealed record LinkedFileMember(
    string Name,
    string Path,
    string Origin,
    string? OwnName,
    string? Architecture,
    IReadOnlyList<LibraryNeedMember> Needs
)
{
    public static LinkedFileMember Of(LinkedFile file) =>
        new(file.Name, file.Path, Words.Kebab(file.Origin), file.OwnName, file.Arch, [.. file.Needs.Select(LibraryNeedMember.Of)]);
}

/// <summary>A library that a file needs; its path is that of a member of <c>files</c>.</summary>
internal sealed record LibraryNeedMember(
    string Name,
    string Origin,
    string? Path,
    bool Optional,
    IReadOnlyList<LibraryRejectionMember> Rejected
)
{
    public static LibraryNeedMember Of(LibraryNeed need) =>
        new(
            need.Name,
            Words.Kebab(need.Origin),
            need.File?.Path,
            need.IsOptional,
            [.. need.Rejected.Select(r => new LibraryRejectionMember(r.Path, Words.Kebab(r.Reason), r.Detail))]
        );
}

/// <summary>A file of the right name that will not do.</summary>
internal sealed record LibraryRejectionMember(string Path, string Reason, string Detail);

/// <summary>What is wrong.</summary>
internal sealed record LinkageFindingMember(string Problem, string Severity, string Message, string? Cure, string Subject)
{
    public static LinkageFindingMember Of(LinkageFinding finding) =>
        new(Words.Kebab(finding.Problem), Words.Kebab(finding.Severity), finding.Message, finding.Cure, finding.Subject);
}
