using GoToolchain.MSBuild.Diagnostics.Places;
using GoToolchain.MSBuild.Diagnostics.Reading;

namespace GoToolchain.MSBuild.Diagnostics.Explaining;

/// <summary>A package is not there, not allowed here, or has no files to build.</summary>
internal static class PackageFailures
{
    public static IReadOnlyList<FailureKind> All { get; } =
    [
        new(GoErrorCodes.PackageNotFound, "does not contain package", "is not in the main module"),
        new(GoErrorCodes.ImportCycle, "import cycle not allowed")
        {
            Cure = (_, _) => "Move what both packages need into a third one that imports neither.",
            Place = ImportChain.Place,
        },
        new(
            GoErrorCodes.ImportRefused,
            "use of internal package",
            "use of vendored package",
            "is a program, not an importable package",
            "case-insensitive import collision",
            "case-insensitive file name collision",
            "invalid import path",
            "malformed import path",
            "must be imported as"
        )
        {
            Place = ImportChain.Place,
        },
        new(GoErrorCodes.NoGoFiles, "build constraints exclude all Go files in ", "no Go files in ", "no non-test Go files in ")
        {
            Cure = NoFilesCure,
            Place = (report, site) => ImportChain.Place(report, site) ?? Excluded(report, site),
        },
        new(
            GoErrorCodes.EmbedFailed,
            "pattern … : no matching files found",
            "pattern … : invalid pattern syntax",
            "pattern … : cannot embed ",
            "go:embed "
        )
        {
            InSource = true,
            Cure = (report, _) =>
                report.Head.Contains("import \"embed\"", StringComparison.Ordinal) ? "Add `import _ \"embed\"` to the file."
                : report.Head.Contains("no matching files", StringComparison.Ordinal)
                    ? "The pattern starts at the directory of the Go file. Files that the build makes have to be there before Go is built: make them in a target with BeforeTargets=\"BuildGoSidecars\"."
                : null,
        },
        new(GoErrorCodes.CompileError, "found packages ")
        {
            Cure = (_, _) => "All files of a directory belong to one package: correct the package line, or move the file.",
            Place = (report, site) =>
                MessageText.WordAfter(report.Head, ") in ") is { } directory && report.Head.Split('(', ')') is [_, _, _, var other, ..]
                    ? SourceText.Find(
                        GoBuildSite.Resolve(site.Resolve(directory), other),
                        l => l.StartsWith("package ", StringComparison.Ordinal)
                    )
                    : null,
        },
        new(GoErrorCodes.CompileError, ": parsing //go:build line: ")
        {
            Place = (report, site) =>
                SourceText.Find(site.Resolve(report.Head.Split(": parsing")[0]), l => l.StartsWith("//go:build", StringComparison.Ordinal)),
        },
    ];

    private static string DirectoryIn(string text) =>
        text[(text.LastIndexOf(" Go files in ", StringComparison.Ordinal) + 13)..].Split('\n')[0];

    private static FilePlace? Excluded(GoReport report, GoBuildSite site)
    {
        return SourceText.GoFiles(Directory(report, site)) is [var first, ..]
            ? SourceText.Find(first, l => l.StartsWith("//go:build", StringComparison.Ordinal)) ?? new FilePlace(first)
            : null;
    }

    private static string? NoFilesCure(GoReport report, GoBuildSite site)
    {
        var needsC = SourceText
            .GoFiles(Directory(report, site))
            .Any(f => SourceText.Find(f, l => l.Contains("import \"C\"", StringComparison.Ordinal)) is not null);
        return needsC ? "Its files use C code, which is left out without cgo: set CgoEnabled to true on the item."
            : report.Text.Contains("build constraints exclude", StringComparison.Ordinal)
                ? "Each file is left out by its //go:build line or the system in its name: add a file for this platform, or set Tags on the item."
            : null;
    }

    private static string Directory(GoReport report, GoBuildSite site) => site.Resolve(DirectoryIn(report.Text));
}
