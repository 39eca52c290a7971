namespace GoToolchain.Environments.StartFiles;

/// <summary>What a line of a script for sh, bash or zsh does. Conditions are not evaluated: what stands behind one probably happens.</summary>
internal static class PosixStatements
{
    private static readonly string[] s_declarations = ["export", "declare", "typeset", "readonly", "local", "setenv"];

    /// <summary>The statements of a line.</summary>
    /// <param name="line">The line.</param>
    public static IEnumerable<StartFileStatement> Of(string line) => ShellWords.Commands(line).SelectMany(Of);

    private static IEnumerable<StartFileStatement> Of(string[] words)
    {
        switch (words[0])
        {
            case "." or "\\." or "source" when words.Length > 1:
                return [new(StartFileStatementKind.Include, words[1])];
            case "unset":
                return words[1..].Where(IsName).Select(name => new StartFileStatement(StartFileStatementKind.Unset, name));
            case "eval":
                return [new(StartFileStatementKind.Run, string.Join(' ', words))];
            case var declaration when s_declarations.Contains(declaration):
                return Assignments(words[1..].SkipWhile(w => w.StartsWith('-')));
            default:
                // Assignments before a command hold for that command alone.
                return words.All(w => Assignment(w) is not null) ? Assignments(words) : [];
        }
    }

    private static IEnumerable<StartFileStatement> Assignments(IEnumerable<string> words) =>
        words.Select(Assignment).Where(a => a is not null).Select(a => a!.Value);

    private static StartFileStatement? Assignment(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            return null;
        }

        var adds = word[equals - 1] == '+';
        var name = word[..(adds ? equals - 1 : equals)];
        var text = word[(equals + 1)..];
        if (!IsName(name))
        {
            return null;
        }

        // zsh ties the array `path` to PATH.
        if (name == "path" && text is ['(', .. var list, ')'])
        {
            var directories = list.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)
                .Where(d => d is not "$path" and not "\"$path[@]\"");
            return new StartFileStatement(StartFileStatementKind.Add, "PATH", string.Join(':', directories));
        }

        return new StartFileStatement(adds ? StartFileStatementKind.Add : StartFileStatementKind.Set, name, text);
    }

    private static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
