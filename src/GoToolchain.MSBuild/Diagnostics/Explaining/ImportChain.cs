using GoToolchain.MSBuild.Diagnostics.Places;
using GoToolchain.MSBuild.Diagnostics.Reading;

namespace GoToolchain.MSBuild.Diagnostics.Explaining;

/// <summary>
/// The chain that <c>go</c> prints when a package cannot be used: <c>package a</c>, <c>imports b</c>, <c>imports c: why not</c>; from Go 1.24 with the
/// name of the file behind each (cmd/go/internal/load, <c>PackageError</c>).
/// </summary>
internal static class ImportChain
{
    private const string Imports = "imports ";

    /// <summary>The import that closes the chain.</summary>
    public static FilePlace? Place(GoReport report, GoBuildSite site)
    {
        if (report.Kind != ReportKind.Imports)
        {
            return null;
        }

        // use of internal package: the line has its place.
        var last = report.More.LastOrDefault(l => l.Trim().Length > 0)?.Trim();
        if (last is null)
        {
            return null;
        }

        if (PlacedLine.TryParse(last) is { } placed)
        {
            return new FilePlace(site.Resolve(placed.File), placed.Line, placed.Column);
        }

        var packages = report.More.Prepend(report.Head).Select(PackageIn).OfType<string>().ToList();
        return packages.Count > 1 && last.StartsWith(Imports, StringComparison.Ordinal)
            ? ImportPlaces.Find(site, packages[^2], packages[^1])
            : null;
    }

    private static string? PackageIn(string line)
    {
        var text = line.Trim();
        return text.StartsWith(Imports, StringComparison.Ordinal) ? MessageText.WordAfter(text, Imports)
            : text.StartsWith("package ", StringComparison.Ordinal) ? MessageText.WordAfter(text, "package ")
            : null;
    }
}
