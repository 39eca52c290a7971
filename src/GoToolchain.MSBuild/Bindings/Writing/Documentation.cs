using System.Text;

namespace GoToolchain.MSBuild.Bindings.Writing;

/// <summary>A comment of Go (https://go.dev/doc/comment) as XML documentation: the first paragraph is the summary, the others are remarks.</summary>
internal static class Documentation
{
    /// <summary>Writes it.</summary>
    /// <param name="code">Where.</param>
    /// <param name="lines">The lines of the comment; empty: there is none.</param>
    /// <param name="otherwise">The summary where there is none: XML.</param>
    public static void Write(CodeWriter code, IReadOnlyList<string> lines, string otherwise)
    {
        var blocks = Blocks(lines);
        Element(code, "summary", blocks.Count == 0 ? [otherwise] : [.. blocks[0].Lines.Select(Escape)]);
        if (blocks.Count > 1)
        {
            code.Line("/// <remarks>");
            foreach (var (isCode, text) in blocks.Skip(1))
            {
                Element(code, isCode ? "code" : "para", [.. text.Select(Escape)]);
            }

            code.Line("/// </remarks>");
        }
    }

    /// <summary>Text in XML.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                // XML has no other control characters.
                < ' ' and not '\t' => escaped.Append(' '),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    private static void Element(CodeWriter code, string name, IReadOnlyList<string> lines)
    {
        if (lines.Count == 1)
        {
            code.Line($"/// <{name}>{lines[0]}</{name}>");
            return;
        }

        code.Line($"/// <{name}>");
        foreach (var line in lines)
        {
            code.Line("/// " + line);
        }

        code.Line($"/// </{name}>");
    }

    // Paragraphs are separated by empty lines; indented lines are code.
    private static List<(bool IsCode, List<string> Lines)> Blocks(IReadOnlyList<string> lines)
    {
        var blocks = new List<(bool IsCode, List<string> Lines)>();
        var isNew = true;
        foreach (var line in lines)
        {
            if (line.Trim().Length == 0)
            {
                isNew = true;
                continue;
            }

            var isCode = line[0] == '\t';
            if (isNew || blocks[^1].IsCode != isCode)
            {
                blocks.Add((isCode, []));
            }

            blocks[^1].Lines.Add(isCode ? line[1..] : line.Trim());
            isNew = false;
        }

        return blocks;
    }
}
