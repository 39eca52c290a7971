using System.Globalization;
using System.Text.RegularExpressions;
using GoToolchain.MSBuild.Diagnostics;

namespace GoToolchain.MSBuild.Generating;

/// <summary>
/// Reads what a failed <c>go generate</c> printed: the output of the generators, then <c>file.go:3: running "x": exit status 1</c> for the first one
/// of a package that failed (cmd/go/internal/generate).
/// </summary>
internal static partial class GeneratorOutput
{
    private const int MostLines = 50;

    /// <summary>The errors; none when it did not come to a generator: no such package, a go.mod that go does not understand.</summary>
    /// <param name="output">What was printed to the standard output: by generators only.</param>
    /// <param name="error">What was printed to the standard error.</param>
    /// <param name="directory">Where it ran: absolute.</param>
    public static IReadOnlyList<GoDiagnostic> Explain(string output, string error, string directory)
    {
        var failures = new List<GoDiagnostic>();
        var printed = new List<string>();
        foreach (var line in error.Split('\n').Select(l => l.TrimEnd('\r')))
        {
            var match = Failure().Match(line);
            if (match.Success)
            {
                failures.Add(Failed(match, printed, directory));
                printed.Clear();
            }
            else
            {
                printed.Add(line);
            }
        }

        if (failures.Count > 0)
        {
            // The standard outputs of all generators are one stream, so it is shown once.
            failures[0] = failures[0] with
            {
                Message = failures[0].Message + Lines(output.Split('\n')),
            };
        }

        return failures;
    }

    private static GoDiagnostic Failed(Match match, IEnumerable<string> printed, string directory)
    {
        var message = match.Groups["message"].Value;
        if (message.Contains("executable file not found", StringComparison.Ordinal))
        {
            message += ". Declare it as a GoTool, or install it.";
        }

        return new GoDiagnostic(
            GoErrorCodes.GeneratorFailed,
            message + Lines(printed),
            Path.GetFullPath(match.Groups["file"].Value, directory),
            int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture),
            Subcategory: "go generate"
        );
    }

    private static string Lines(IEnumerable<string> lines)
    {
        var some = lines.Select(l => l.TrimEnd()).Where(l => l.Length > 0).TakeLast(MostLines).ToArray();
        return some.Length > 0 ? "\n  " + string.Join("\n  ", some) : "";
    }

    [GeneratedRegex(
        "^(?<file>.+?\\.go):(?<line>\\d{1,9}): (?<message>running \".*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Failure();
}
