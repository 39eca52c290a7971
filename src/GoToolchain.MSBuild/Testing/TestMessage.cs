using System.Globalization;
using System.Text.RegularExpressions;

namespace GoToolchain.MSBuild.Testing;

/// <summary>
/// What a test reported, in the lines that it printed: <c>    file_test.go:12: text</c>, and lines with four more blanks that belong to it
/// (testing.common.decorate).
/// </summary>
/// <param name="File">The name of the file, or its path with <c>-fullpath</c>.</param>
/// <param name="Line">From 1.</param>
/// <param name="Text">Lines, without their indentation.</param>
/// <param name="IsError">Go says so (1.26 and newer); null: Go does not say.</param>
internal sealed partial record TestMessage(string File, int Line, string Text, bool? IsError)
{
    private const string Indentation = "        ";

    /// <summary>The messages, and what was printed besides.</summary>
    public static (IReadOnlyList<TestMessage> Messages, IReadOnlyList<string> Others) Read(IEnumerable<OutputLine> lines)
    {
        var all = lines.ToArray();
        var knows = all.Any(l => l.Type is "error" or "frame");
        var messages = new List<TestMessage>();
        var rest = new List<string>();
        var isOpen = false;
        foreach (var line in all.Where(l => !l.IsFrame))
        {
            if (Head().Match(line.Text) is { Success: true } head)
            {
                messages.Add(
                    new TestMessage(
                        head.Groups["file"].Value,
                        int.Parse(head.Groups["line"].ValueSpan, CultureInfo.InvariantCulture),
                        head.Groups["text"].Value,
                        knows ? line.Type == "error" : null
                    )
                );
                isOpen = true;
            }
            else if (isOpen && line.Text.StartsWith(Indentation, StringComparison.Ordinal))
            {
                messages[^1] = messages[^1] with { Text = messages[^1].Text + "\n" + line.Text[Indentation.Length..] };
            }
            else
            {
                isOpen &= line.Text.Length == 0;
                rest.AddRange(line.Text.Trim().Length > 0 ? [line.Text] : []);
            }
        }

        return (messages, rest);
    }

    // The name of a file may hold blanks, and on Windows a path a colon.
    [GeneratedRegex(
        @"^ {4}( {4})*(?<file>([A-Za-z]:)?[^:\t]+\.go):(?<line>\d{1,9}): ?(?<text>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Head();
}
