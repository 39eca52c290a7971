using System.Globalization;
using System.Text.RegularExpressions;

namespace GoToolchain.MSBuild.Diagnostics;

/// <summary>One error or warning for the build log.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Message">What went wrong: go's own words, or ours.</param>
/// <param name="File">The file that it is about: absolute.</param>
/// <param name="Line">The line, from 1; 0: none.</param>
/// <param name="Column">The column in bytes, from 1, as Go counts; 0: none.</param>
/// <param name="Subcategory"><c>go</c> for what <c>go</c> itself said; null for our own.</param>
internal sealed partial record GoDiagnostic(
    GoErrorCode Code,
    string Message,
    string? File,
    int Line = 0,
    int Column = 0,
    string? Subcategory = null
)
{
    /// <summary>It does not stop the build.</summary>
    public bool IsWarning { get; init; }

    /// <summary>A damaged GOROOT would explain it, so it is worth asking the doctor.</summary>
    public bool SuspectsToolchain { get; init; }

    /// <summary>An exception as an error, placed in the file that it names, else in the project.</summary>
    public static GoDiagnostic From(GoToolchainException exception, string projectFile)
    {
        var (file, line) = PlaceInFile(exception.Place);
        // The place is part of the exception's message; here it is where the error is shown.
        var text = exception.Place == (file ?? projectFile) ? $"{exception.Problem} {exception.NextStep}".TrimEnd() : exception.Message;
        var message = string.Join("\n  ", exception.Details.Prepend(text));
        return new GoDiagnostic(exception.Code, message, file ?? projectFile, line);
    }

    private static (string? File, int Line) PlaceInFile(string? place)
    {
        if (place is null || !Path.IsPathFullyQualified(place))
        {
            return (null, 0);
        }

        if (System.IO.File.Exists(place))
        {
            return (place, 0);
        }

        var match = FileAndLine().Match(place);
        return match.Success && System.IO.File.Exists(match.Groups["file"].Value)
            ? (match.Groups["file"].Value, int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture))
            : (null, 0);
    }

    [GeneratedRegex(@"^(?<file>.+?):(?<line>\d{1,9})(:\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex FileAndLine();
}
