using System.Text;

namespace GoToolchain.Versions.ProjectFiles;

/// <summary>The words of a line in go.mod: https://go.dev/ref/mod#go-mod-file-lexical.</summary>
internal static class GoModWords
{
    /// <summary>Splits a line; comments are left out, quotes taken off, and <c>(</c> and <c>)</c> are words of their own.</summary>
    /// <returns>Null when a quoted string does not end.</returns>
    public static List<string>? Split(string line)
    {
        var words = new List<string>();
        var at = 0;
        while (at < line.Length)
        {
            if (char.IsWhiteSpace(line[at]))
            {
                at++;
            }
            else if (IsComment(line, at))
            {
                break;
            }
            else if (line[at] is '(' or ')' or ',')
            {
                words.Add(line[at++].ToString());
            }
            else if (line[at] is '"' or '`')
            {
                if (TakeQuoted(line, ref at) is not { } quoted)
                {
                    return null;
                }

                words.Add(quoted);
            }
            else
            {
                words.Add(TakeBare(line, ref at));
            }
        }

        return words;
    }

    private static string TakeBare(string line, ref int at)
    {
        var start = at;
        while (at < line.Length && !char.IsWhiteSpace(line[at]) && line[at] is not ('(' or ')' or ',') && !IsComment(line, at))
        {
            at++;
        }

        return line[start..at];
    }

    private static string? TakeQuoted(string line, ref int at)
    {
        var quote = line[at++];
        var text = new StringBuilder();
        while (at < line.Length && line[at] != quote)
        {
            // Only an interpreted string ("…") has escapes; those that can matter in a version or path are the escaped quote and backslash.
            if (quote == '"' && line[at] == '\\' && at + 1 < line.Length)
            {
                at++;
            }

            text.Append(line[at++]);
        }

        return at++ < line.Length ? text.ToString() : null;
    }

    private static bool IsComment(string line, int at) => line.AsSpan(at).StartsWith("//");
}
