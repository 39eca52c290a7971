using System.Text;

namespace GoToolchain.Health.Reports;

/// <summary>
/// Texts of findings come from files, variables and programs, so they may hold anything. Here they become what a format can carry: what it
/// cannot is replaced by U+FFFD, so that a reader sees that something was there.
/// </summary>
internal static class ReportText
{
    /// <summary>One line without control characters.</summary>
    public static string OneLine(string text) => Replace(text, lineBreak: ' ');

    /// <summary>Lines (LF) without other control characters: what XML 1.0 can carry, see its production <c>Char</c>.</summary>
    public static string Lines(string text) => Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), lineBreak: '\n');

    private static string Replace(string text, char lineBreak)
    {
        var clean = new StringBuilder(text.Length);
        // Half a surrogate pair is enumerated as U+FFFD.
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\n' or '\r' => clean.Append(lineBreak),
                '\t' => clean.Append(' '),
                0xfffe or 0xffff => clean.Append(Rune.ReplacementChar.ToString()),
                _ when Rune.IsControl(rune) => clean.Append(Rune.ReplacementChar.ToString()),
                _ => clean.Append(rune),
            };
        }

        return clean.ToString();
    }
}
