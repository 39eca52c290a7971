namespace GoToolchain.Environments.StartFiles;

/// <summary>What a line of a list of variables does: /etc/environment, pam_env.conf, environment.d, and lists of directories.</summary>
internal static class ListStatements
{
    /// <summary>The statements of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="syntax">One of the list syntaxes.</param>
    public static IEnumerable<StartFileStatement> Of(string line, StartFileSyntax syntax)
    {
        var text = line.Trim();
        if (text.Length == 0 || text[0] == '#')
        {
            return [];
        }

        return syntax switch
        {
            StartFileSyntax.Directories => [new(StartFileStatementKind.Add, "PATH", text, IsLiteral: true)],
            StartFileSyntax.PamList => Pam(text),
            _ => Plain(text, isLiteral: syntax == StartFileSyntax.PlainList),
        };
    }

    private static IEnumerable<StartFileStatement> Plain(string text, bool isLiteral)
    {
        text = text.StartsWith("export ", StringComparison.Ordinal) ? text["export ".Length..].TrimStart() : text;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            return [];
        }

        var value = text[(equals + 1)..];
        return [new(StartFileStatementKind.Set, text[..equals].Trim(), isLiteral ? value.Trim().Trim('"', '\'') : value, isLiteral)];
    }

    // `NAME DEFAULT=value OVERRIDE=value`; `@{HOME}` is a field of the user database.
    private static IEnumerable<StartFileStatement> Pam(string text)
    {
        var words = ShellWords.Commands(text).FirstOrDefault() ?? [];
        if (words.Length == 1)
        {
            return Plain(text, isLiteral: true);
        }

        foreach (var key in (string[])["OVERRIDE=", "DEFAULT="])
        {
            if (words.FirstOrDefault(w => w.StartsWith(key, StringComparison.Ordinal)) is { } word && word.Length > key.Length)
            {
                var value = word[key.Length..].Replace("@{HOME}", "${HOME}", StringComparison.Ordinal);
                return [new(StartFileStatementKind.Set, words[0], value)];
            }
        }

        return [];
    }
}
