namespace GoToolchain.MSBuild.Diagnostics.Reading;

/// <summary>Reads what <c>go</c> prints for people.</summary>
internal static class PlainOutput
{
    /// <summary>Its lines; empty ones too, for they may stand inside a message.</summary>
    public static IEnumerable<GoOutputLine> Read(string text) => Lines(text).Select(l => new GoOutputLine(null, l));

    /// <summary>The lines of a text without their ends: <c>\n</c> or <c>\r\n</c>.</summary>
    public static IEnumerable<string> Lines(string text)
    {
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            yield return text[start..end].TrimEnd('\r');
            start = end + 1;
        }
    }
}
