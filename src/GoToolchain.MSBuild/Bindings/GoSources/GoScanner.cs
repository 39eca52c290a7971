namespace GoToolchain.MSBuild.Bindings.GoSources;

/// <summary>Splits Go source into words (https://go.dev/ref/spec#Lexical_elements). Source that Go has compiled, so nothing is refused.</summary>
internal static class GoScanner
{
    public static IReadOnlyList<GoToken> Scan(string source)
    {
        var tokens = new List<GoToken>();
        var line = 1;
        for (var at = 0; at < source.Length; )
        {
            if (char.IsWhiteSpace(source[at]))
            {
                line += source[at] == '\n' ? 1 : 0;
                at++;
                continue;
            }

            var (kind, end) = Word(source, at);
            var text = source[at..end];
            tokens.Add(new GoToken(kind, text, at, line));
            line += text.Count(c => c == '\n');
            at = end;
        }

        return tokens;
    }

    private static (GoTokenKind Kind, int End) Word(string source, int at)
    {
        var rest = source.AsSpan(at);
        return rest switch
        {
            ['/', '/', ..] => (GoTokenKind.Comment, at + LengthUntil(rest, "\n")),
            ['/', '*', ..] => (GoTokenKind.Comment, at + 2 + LengthThrough(rest[2..], "*/")),
            ['`', ..] => (GoTokenKind.Literal, at + 1 + LengthThrough(rest[1..], "`")),
            ['"' or '\'', ..] => (GoTokenKind.Literal, at + Quoted(rest)),
            ['.', '.', '.', ..] => (GoTokenKind.Sign, at + 3),
            [>= '0' and <= '9', ..] => (GoTokenKind.Literal, at + Number(rest)),
            [var c, ..] when IsNameStart(c) => (GoTokenKind.Name, at + Name(rest)),
            _ => (GoTokenKind.Sign, at + 1),
        };
    }

    private static bool IsNameStart(char c) => c == '_' || char.IsLetter(c);

    private static int Name(ReadOnlySpan<char> rest)
    {
        var length = 1;
        while (length < rest.Length && (IsNameStart(rest[length]) || char.IsDigit(rest[length])))
        {
            length++;
        }

        return length;
    }

    private static int Number(ReadOnlySpan<char> rest)
    {
        var length = 1;
        while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '_' or '.'))
        {
            length++;
        }

        return length;
    }

    private static int Quoted(ReadOnlySpan<char> rest)
    {
        var length = 1;
        while (length < rest.Length && rest[length] != rest[0] && rest[length] != '\n')
        {
            length += rest[length] == '\\' ? 2 : 1;
        }

        return Math.Min(length + 1, rest.Length);
    }

    private static int LengthUntil(ReadOnlySpan<char> rest, string end) => rest.IndexOf(end) is >= 0 and var at ? at : rest.Length;

    private static int LengthThrough(ReadOnlySpan<char> rest, string end) =>
        rest.IndexOf(end) is >= 0 and var at ? at + end.Length : rest.Length;
}
