using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GoToolchain.MSBuild.Diagnostics.Places;
using GoToolchain.MSBuild.Diagnostics.Reading;

namespace GoToolchain.MSBuild.Diagnostics.Explaining;

/// <summary>
/// Finds the Go file behind the C file that cgo makes of it: <c>x.cgo2.c</c> comes from <c>x.go</c>, and the code above <c>import "C"</c> keeps its
/// line there (cmd/cgo, <c>writeOutput</c>).
/// </summary>
internal static partial class CgoPlaces
{
    /// <summary>The line of Go code that an external linker means.</summary>
    public static FilePlace? Find(GoReport report, GoBuildSite site)
    {
        // The linker works for the main package, and names the C files of any other in the same way.
        foreach (var line in report.More.Take(200))
        {
            if (
                Generated().Match(line) is { Success: true } made
                && Symbol().Match(line) is { Success: true } symbol
                && InFile(site.Resolve(made.Groups["name"].Value + ".go"), made.Groups["line"].Value, symbol.Groups["name"].Value)
                    is { } place
            )
            {
                return place;
            }
        }

        return null;
    }

    private static FilePlace? InFile(string file, string number, string name)
    {
        var lines = SourceText.Lines(file);
        if (
            int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            && row > 0
            && row <= lines.Count
            && lines[row - 1].Contains(name, StringComparison.Ordinal)
        )
        {
            return new FilePlace(file, row);
        }

        var use = "C." + name;
        return SourceText.Find(file, l => l.Contains(use, StringComparison.Ordinal)) is { } place
            ? place with
            {
                Column = Encoding.UTF8.GetByteCount(lines[place.Line - 1].Split(use)[0]) + 1,
            }
            : null;
    }

    [GeneratedRegex(
        @"(^|[/\\])(?<name>[^/\\:]{1,200})\.cgo2\.c:(?<line>\d{1,9}): ",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Generated();

    [GeneratedRegex(
        @": (undefined reference to|multiple definition of) [`'\u2018](?<name>\w{1,500})['\u2019]",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Symbol();
}
