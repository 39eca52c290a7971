namespace GoToolchain.Environments;

/// <summary>Lists of words as Go writes them in GOFLAGS, CC and CGO_CFLAGS (cmd/internal/quoted): quotes count around whole words only.</summary>
internal static class QuotedWords
{
    private const string Blanks = " \t\n\r";

    /// <summary>The words.</summary>
    /// <param name="text">The list.</param>
    /// <param name="words">The words, without their quotes.</param>
    /// <returns>False when a quote is not closed.</returns>
    public static bool TrySplit(string text, out IReadOnlyList<string> words)
    {
        var found = new List<string>();
        words = found;
        for (var at = 0; at < text.Length; )
        {
            if (Blanks.Contains(text[at], StringComparison.Ordinal))
            {
                at++;
                continue;
            }

            if (text[at] is '"' or '\'')
            {
                var end = text.IndexOf(text[at], at + 1);
                if (end < 0)
                {
                    return false;
                }

                found.Add(text[(at + 1)..end]);
                at = end + 1;
                continue;
            }

            var stop = text.AsSpan(at).IndexOfAny(Blanks);
            stop = stop < 0 ? text.Length : at + stop;
            found.Add(text[at..stop]);
            at = stop;
        }

        return true;
    }

    /// <summary>Writes words so that they can be read again.</summary>
    /// <param name="words">The words.</param>
    public static string Join(IEnumerable<string> words) =>
        string.Join(
            ' ',
            words.Select(word =>
                word.Length > 0 && word.AsSpan().IndexOfAny(Blanks + "'\"") < 0 ? word
                : word.Contains('\'', StringComparison.Ordinal) ? $"\"{word}\""
                : $"'{word}'"
            )
        );
}
