using GoToolchain.MSBuild.Diagnostics.Places;
using GoToolchain.MSBuild.Diagnostics.Reading;

namespace GoToolchain.MSBuild.Diagnostics.Explaining;

/// <summary>Everything compiles, but does not go together.</summary>
internal static class LinkFailures
{
    /// <summary>Go's own linker.</summary>
    public static FailureKind Go { get; } =
        new(
            GoErrorCodes.GoLinkFailed,
            ": relocation target ",
            "function main is undeclared in the main package",
            "duplicated definition of symbol",
            "loadinternal: cannot find runtime/cgo",
            "-linkmode=external",
            ": unreachable sym",
            "missing section for relocation target"
        )
        {
            Cure = (report, _) =>
                report.Text.Contains("function main is undeclared", StringComparison.Ordinal)
                    ? "A program begins with `func main()` in package main."
                : report.Text.Contains("relocation target", StringComparison.Ordinal)
                    ? "The function is declared without a body, and no assembly file of the package defines it for this platform."
                : null,
        };

    public static IReadOnlyList<FailureKind> All { get; } = [Go];

    /// <summary>The first line of a C file or Go file that a linker names and that is there.</summary>
    public static FilePlace? PlaceIn(GoReport report, GoBuildSite site) =>
        report
            .More.Prepend(report.Head)
            .Take(200)
            .Select(l => PlacedLine.TryParse(l))
            .OfType<PlacedLine>()
            .Select(p => new FilePlace(site.Resolve(p.File), p.Line, p.Column))
            .Where(p => File.Exists(p.File))
            .Cast<FilePlace?>()
            .FirstOrDefault();
}
