using System.Text;

namespace GoToolchain.Tool.Output;

/// <summary>
/// Text from files, variables and programs, made harmless for a terminal: an escape sequence in it could move the cursor or write over the answer.
/// </summary>
internal static class Visible
{
    /// <summary>The lines of a text, with a picture (␛) for each control character.</summary>
    public static IEnumerable<string> Lines(string text) =>
        text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => Text(line));

    /// <summary>One line, with a picture (␛) for each control character.</summary>
    public static string Text(string text)
    {
        if (!text.Any(char.IsControl))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            visible.Append(
                c switch
                {
                    '\n' or '\r' or '\t' => ' ',
                    < ' ' => (char)('\u2400' + c),
                    '\u007f' => '\u2421',
                    _ when char.IsControl(c) => '\ufffd',
                    _ => c,
                }
            );
        }

        return visible.ToString();
    }
}
