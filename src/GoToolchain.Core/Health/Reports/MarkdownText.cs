using System.Text;

namespace GoToolchain.Health.Reports;

/// <summary>Puts any text into GitHub Flavored Markdown so that it shows as it is.</summary>
internal static class MarkdownText
{
    private const string Special = @"\`*_{}[]<>#|~&!";

    /// <summary>Text in a line, or in a cell of a table.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in ReportText.OneLine(text))
        {
            // A cell ends at a `|` even where a backslash stands before it that is itself escaped.
            _ =
                c == '|' ? escaped.Append("&#124;")
                : Special.Contains(c, StringComparison.Ordinal) ? escaped.Append('\\').Append(c)
                : escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>A path, variable or command; not in a table.</summary>
    public static string Code(string text)
    {
        var line = ReportText.OneLine(text);
        var fence = new string('`', LongestRun(line, '`') + 1);
        // A space that begins and one that ends a span are taken away by the reader.
        var gap = line.Length == 0 || line[0] is '`' or ' ' || line[^1] is '`' or ' ' ? " " : "";
        return $"{fence}{gap}{line}{gap}{fence}";
    }

    private static int LongestRun(string text, char wanted)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == wanted ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
