using System.Text;
using GoToolchain.Inspection;

namespace GoToolchain.Environments.StartFiles;

/// <summary>Reads a start-up file: its lines, and what each does.</summary>
internal static class StartFileScript
{
    // Longer scripts are looked at up to here.
    private const int MostBytes = 1 << 20;

    /// <summary>The statements with their line numbers, from 1 on.</summary>
    /// <param name="file">The file.</param>
    /// <returns>Null when there is no such file, or it cannot be read: then the shell does not read it either.</returns>
    public static IReadOnlyList<(int Line, StartFileStatement Statement)>? Read(StartFile file)
    {
        string text;
        try
        {
            if (FileFacts.Of(file.Path) is not { Kind: FileKind.File, Length: > 0 and var length })
            {
                return null;
            }

            text = Encoding.UTF8.GetString(FileHead.Read(file.Path, new byte[(int)Math.Min(length, MostBytes)]));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        var isScript = file.Syntax is StartFileSyntax.Posix or StartFileSyntax.Fish;
        return [.. LogicalLines(text, isScript).SelectMany(l => Statements(l.Text, file.Syntax).Select(s => (l.Number, s)))];
    }

    private static IEnumerable<StartFileStatement> Statements(string line, StartFileSyntax syntax) =>
        syntax switch
        {
            StartFileSyntax.Posix => PosixStatements.Of(line),
            StartFileSyntax.Fish => FishStatements.Of(line),
            StartFileSyntax.FishVariables => FishStatements.OfUniversal(line),
            StartFileSyntax.PowerShell => PowerShellStatements.Of(line),
            _ => ListStatements.Of(line, syntax),
        };

    // A backslash at the end joins lines; what follows `<<WORD` is text up to that word.
    private static IEnumerable<(int Number, string Text)> LogicalLines(string text, bool isScript)
    {
        var number = 0;
        var first = 0;
        var joined = "";
        string? delimiter = null;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r');
            if (delimiter is not null)
            {
                delimiter = line.Trim() == delimiter ? null : delimiter;
                continue;
            }

            first = joined.Length == 0 ? number : first;
            if (isScript && line.EndsWith('\\') && !line.TrimStart().StartsWith('#'))
            {
                joined += line[..^1];
                continue;
            }

            delimiter = isScript ? HereDocument(joined + line) : null;
            yield return (first, joined + line);
            joined = "";
        }

        if (joined.Length > 0)
        {
            yield return (first, joined);
        }
    }

    private static string? HereDocument(string line)
    {
        var at = line.IndexOf("<<", StringComparison.Ordinal);
        if (at < 0 || line.AsSpan(at).StartsWith("<<<") || line.TrimStart().StartsWith('#'))
        {
            return null;
        }

        var word = line[(at + 2)..].TrimStart('-', ' ').Split(' ', ';', '>', '|')[0].Trim('\'', '"', '\\');
        return word.Length > 0 && (char.IsLetter(word[0]) || word[0] == '_') ? word : null;
    }
}
