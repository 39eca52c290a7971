namespace GoToolchain.Environments.StartFiles;

/// <summary>Takes a line of a shell script apart into commands and their words. The words keep their quotes.</summary>
internal static class ShellWords
{
    private static readonly string[] s_leaders = ["then", "do", "else", "{", "(", "!", "if", "elif", "and", "or", "begin"];

    /// <summary>The commands of a line, without the words that only lead to them (<c>then</c>, <c>else</c>, <c>{</c>).</summary>
    /// <param name="line">One line, or several that a backslash joins.</param>
    public static IEnumerable<string[]> Commands(string line)
    {
        var words = new List<string>();
        var start = -1;
        for (var at = 0; at <= line.Length; at++)
        {
            var c = at < line.Length ? line[at] : '\n';
            var ends = c is ' ' or '\t' or '\r' or '\n' or ';' or '&' or '|';
            if (!ends)
            {
                if (c == '#' && start < 0)
                {
                    at = line.Length - 1;
                    continue;
                }

                start = start < 0 ? at : start;
                at = EndOfUnit(line, at);
                continue;
            }

            if (start >= 0)
            {
                words.Add(line[start..at]);
                start = -1;
            }

            if (c is ';' or '&' or '|' or '\n' && words.Count > 0)
            {
                foreach (var command in Finish(words))
                {
                    yield return command;
                }
            }
        }
    }

    private static IEnumerable<string[]> Finish(List<string> words)
    {
        string[] command = [.. words.SkipWhile(w => s_leaders.Contains(w))];
        words.Clear();
        return command.Length > 0 ? [command] : [];
    }

    // The last character of what begins here and cannot be cut: a quoted piece, `$(…)`, `${…}`, an escaped character, or one character.
    private static int EndOfUnit(string text, int at) =>
        text[at] switch
        {
            '\\' => Math.Min(at + 1, text.Length - 1),
            '\'' or '`' => EndOfQuote(text, at),
            '"' => EndOfString(text, at),
            '$' when at + 1 < text.Length && text[at + 1] == '(' => EndOfGroup(text, at + 1, '(', ')'),
            '$' when at + 1 < text.Length && text[at + 1] == '{' => EndOfGroup(text, at + 1, '{', '}'),
            '(' when at > 0 => EndOfGroup(text, at, '(', ')'),
            _ => at,
        };

    private static int EndOfQuote(string text, int at) => text.IndexOf(text[at], at + 1) is >= 0 and var end ? end : text.Length - 1;

    private static int EndOfString(string text, int at)
    {
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                return i;
            }

            i = text[i] is '\\' or '$' or '`' ? EndOfUnit(text, i) : i;
        }

        return text.Length - 1;
    }

    private static int EndOfGroup(string text, int at, char open, char close)
    {
        var depth = 0;
        for (var i = at; i < text.Length; i++)
        {
            if (text[i] == open)
            {
                depth++;
            }
            else if (text[i] == close && --depth == 0)
            {
                return i;
            }
            else if (text[i] is '\'' or '"' or '\\')
            {
                i =
                    text[i] == '\'' ? EndOfQuote(text, i)
                    : text[i] == '"' ? EndOfString(text, i)
                    : i + 1;
            }
        }

        return text.Length - 1;
    }
}
