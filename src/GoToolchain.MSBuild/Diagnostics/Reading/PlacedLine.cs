using System.Globalization;

namespace GoToolchain.MSBuild.Diagnostics.Reading;

/// <summary>A line of the form <c>file:line[:column]: message</c>, as Go's and C's compilers print it.</summary>
/// <param name="File">As it is written.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1; 0: none.</param>
/// <param name="Message">What follows.</param>
internal sealed record PlacedLine(string File, int Line, int Column, string Message)
{
    private const int LongestPath = 4096;

    // What the go command, the compilers and cgo name in messages.
    private static readonly HashSet<string> s_extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".go",
        ".s",
        ".c",
        ".cc",
        ".cpp",
        ".cxx",
        ".c++",
        ".m",
        ".mm",
        ".h",
        ".hh",
        ".hpp",
        ".hxx",
        ".inc",
        ".f",
        ".f90",
        ".swig",
        ".swigcxx",
        ".mod",
        ".work",
        ".sum",
    };

    private static readonly string[] s_prefixes = ["go: ", "vet: ", "reading go.work: ", "errors parsing go.mod:"];

    /// <summary>Whether the file is a go.mod, go.work or go.sum.</summary>
    public bool IsModuleFile => Path.GetExtension(File) is ".mod" or ".work" or ".sum";

    /// <summary>Whether the file is Go source.</summary>
    public bool IsGo => File.EndsWith(".go", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="anyFile">Any name with an extension will do: a <c>//line</c> directive may name what it likes.</param>
    /// <returns>Null when it has no place.</returns>
    public static PlacedLine? TryParse(string text, bool anyFile = false)
    {
        if (text.Length == 0 || char.IsWhiteSpace(text[0]))
        {
            return null;
        }

        var start = s_prefixes.FirstOrDefault(p => text.StartsWith(p, StringComparison.Ordinal))?.Length ?? 0;
        var limit = Math.Min(text.Length, start + LongestPath);
        // The colon of a Windows drive is followed by no digit.
        for (var colon = start; (colon = text.IndexOf(':', colon, limit - colon)) >= 0; colon++)
        {
            if (ParseAt(text, start, colon, anyFile) is { } placed)
            {
                return placed;
            }
        }

        return null;
    }

    private static PlacedLine? ParseAt(string text, int start, int colon, bool anyFile)
    {
        var end = colon;
        if (colon == start || Number(text, ref end) is not { } line)
        {
            return null;
        }

        var column = Number(text, ref end) ?? 0;
        var file = text[start..colon];
        return end < text.Length && text[end] == ':' && (end + 1 == text.Length || text[end + 1] == ' ') && IsFile(file, anyFile)
            ? new PlacedLine(file, line, column, text[(end + 1)..].TrimStart(' '))
            : null;
    }

    // A colon and digits; moves behind them.
    private static int? Number(string text, ref int position)
    {
        var digits = position + 1;
        var end = digits;
        while (end < text.Length && end - digits < 10 && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        if (
            position >= text.Length
            || text[position] != ':'
            || !int.TryParse(text.AsSpan(digits, end - digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
        {
            return null;
        }

        position = end;
        return number;
    }

    private static bool IsFile(string name, bool anyFile)
    {
        if (name.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        var extension = Path.GetExtension(name);
        return s_extensions.Contains(extension)
            || (anyFile && extension.Length > 1 && char.IsAsciiLetter(extension[1]) && !name.Contains(' ', StringComparison.Ordinal));
    }
}
