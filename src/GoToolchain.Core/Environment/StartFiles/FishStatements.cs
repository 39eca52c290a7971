using System.Globalization;
using System.Text;

namespace GoToolchain.Environments.StartFiles;

/// <summary>What a line of a script for fish, or of its universal variables, does.</summary>
internal static class FishStatements
{
    private static readonly string[] s_lists = ["PATH", "LD_LIBRARY_PATH", "GOPATH", "fish_user_paths"];

    /// <summary>The statements of a line of a script.</summary>
    /// <param name="line">The line.</param>
    public static IEnumerable<StartFileStatement> Of(string line) => ShellWords.Commands(line).SelectMany(Of);

    /// <summary>The statement of a line of <c>fish_variables</c>: <c>SETUVAR --export NAME:VALUE</c>, with odd bytes as <c>\xNN</c>.</summary>
    /// <param name="line">The line.</param>
    public static IEnumerable<StartFileStatement> OfUniversal(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not ["SETUVAR", .., var last] || last.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon))
        {
            return [];
        }

        var name = last[..colon];
        var value = Unescape(last[(colon + 1)..]).Replace('\u001e', ':');
        return name == "fish_user_paths" ? [new(StartFileStatementKind.Add, "PATH", value, IsLiteral: true)]
            : words.Contains("--export") ? [new(StartFileStatementKind.Set, name, value, IsLiteral: true)]
            : [];
    }

    private static IEnumerable<StartFileStatement> Of(string[] words)
    {
        var rest = words[1..].SkipWhile(w => w.StartsWith('-')).ToArray();
        string[] options = [.. words[1..].TakeWhile(w => w.StartsWith('-'))];
        switch (words[0])
        {
            case "set" when options.Any(o => o is "--erase" || IsShort(o, 'e')):
                return rest.Select(name => new StartFileStatement(StartFileStatementKind.Unset, name));
            case "set" when rest.Length > 1 || (rest.Length == 1 && options.Length > 0):
                var isExported = rest[0] == "PATH" || options.Any(o => o is "--export" || IsShort(o, 'x'));
                var separator = s_lists.Contains(rest[0]) ? ':' : ' ';
                return isExported ? [new(StartFileStatementKind.Set, rest[0], string.Join(separator, rest[1..]))] : [];
            case "fish_add_path":
                return [new(StartFileStatementKind.Add, "PATH", string.Join(':', rest))];
            case "export":
                return PosixStatements.Of(string.Join(' ', words));
            case "source" or "." when rest.Length > 0:
                return [new(StartFileStatementKind.Include, rest[0])];
            case "eval":
                return [new(StartFileStatementKind.Run, string.Join(' ', words))];
            default:
                // `mise activate fish | source`
                return words.Length > 1 ? [new(StartFileStatementKind.Run, string.Join(' ', words))] : [];
        }
    }

    private static bool IsShort(string option, char letter) =>
        option.Length > 1 && option[1] != '-' && option.Contains(letter, StringComparison.Ordinal);

    private static string Unescape(string text)
    {
        var value = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (
                text[at] == '\\'
                && at + 3 < text.Length
                && text[at + 1] == 'x'
                && byte.TryParse(text.AsSpan(at + 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code)
            )
            {
                value.Append((char)code);
                at += 3;
            }
            else
            {
                value.Append(text[at]);
            }
        }

        return value.ToString();
    }
}
