namespace GoToolchain.Tool.Output;

/// <summary>Breaks sentences at spaces. A word that is too long (a path, a URL) stays whole, so that it can be copied.</summary>
internal static class TextWrap
{
    /// <summary>The lines of a text.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="width">Columns; null: one line.</param>
    public static IEnumerable<string> Lines(string text, int? width)
    {
        if (width is not { } limit || text.Length <= limit)
        {
            yield return text;
            yield break;
        }

        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > limit)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
