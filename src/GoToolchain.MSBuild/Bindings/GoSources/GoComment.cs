namespace GoToolchain.MSBuild.Bindings.GoSources;

/// <summary>The comment above a function: text for people, and directives for tools (https://go.dev/doc/comment#syntax).</summary>
/// <param name="Text">The text, a line each, without marks.</param>
/// <param name="Directives">Ours.</param>
/// <param name="Export">The name in its export comment; null: it is not exported.</param>
internal sealed record GoComment(IReadOnlyList<string> Text, IReadOnlyList<GoDirective> Directives, string? Export)
{
    private const string Prefix = "gotoolchain:";
    private static readonly char[] s_blanks = [' ', '\t'];

    public static GoComment Read(IEnumerable<GoToken> comments)
    {
        var text = new List<string>();
        var directives = new List<GoDirective>();
        string? export = null;
        foreach (var comment in comments)
        {
            if (comment.Text.StartsWith("/*", StringComparison.Ordinal))
            {
                text.AddRange(comment.Text[2..^2].Trim('\n', '\r').Split('\n').Select(l => l.TrimEnd()));
                continue;
            }

            var line = comment.Text[2..].TrimEnd();
            var words = line.Split(s_blanks, StringSplitOptions.RemoveEmptyEntries);
            if (line.StartsWith("export ", StringComparison.Ordinal) && words.Length > 1)
            {
                export = words[1];
            }
            else if (line.StartsWith(Prefix, StringComparison.Ordinal))
            {
                directives.Add(new GoDirective(words[0][Prefix.Length..], words[1..], comment.Line));
            }
            else if (!IsDirective(line))
            {
                text.Add(line.StartsWith(' ') ? line[1..] : line);
            }
        }

        return new GoComment([.. Trim(text)], directives, export);
    }

    // `//go:noinline`, `//lint:ignore`, `//line f.go:1`.
    private static bool IsDirective(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return line.StartsWith("line ", StringComparison.Ordinal)
            || (
                colon > 0
                && colon + 1 < line.Length
                && line[..colon].All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
                && char.IsAsciiLetterOrDigit(line[colon + 1])
            );
    }

    private static IEnumerable<string> Trim(List<string> lines)
    {
        var first = lines.FindIndex(l => l.Trim().Length > 0);
        var last = lines.FindLastIndex(l => l.Trim().Length > 0);
        return first < 0 ? [] : lines[first..(last + 1)];
    }
}
