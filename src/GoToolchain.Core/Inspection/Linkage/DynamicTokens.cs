using System.Text;

namespace GoToolchain.Inspection.Linkage;

/// <summary>The names with a dollar sign in paths of ELF files: <c>$ORIGIN</c> or <c>${ORIGIN}</c>.</summary>
internal static class DynamicTokens
{
    /// <summary>Replaces them. What is no known name stays as it is.</summary>
    /// <param name="text">A path.</param>
    /// <param name="value">What a name stands for; null: it is none.</param>
    public static string Expand(string text, Func<string, string?> value)
    {
        var result = new StringBuilder();
        for (var at = 0; at < text.Length; )
        {
            if (text[at] == '$' && Token(text, at + 1) is { Length: > 0 } token && value(token.Trim('{', '}')) is { } replacement)
            {
                result.Append(replacement);
                at += token.Length + 1;
            }
            else
            {
                result.Append(text[at++]);
            }
        }

        return result.ToString();
    }

    private static string? Token(string text, int start)
    {
        var isBraced = start < text.Length && text[start] == '{';
        var end = isBraced ? start + 1 : start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return !isBraced ? text[start..end]
            : end < text.Length && text[end] == '}' ? text[start..(end + 1)]
            : null;
    }
}
