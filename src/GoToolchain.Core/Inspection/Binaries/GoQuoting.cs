using System.Buffers;
using System.Globalization;
using System.Text;

namespace GoToolchain.Inspection.Binaries;

/// <summary>Go string literals, in which build settings with spaces are written: Go's <c>strconv.Quote</c> and <c>strconv.Unquote</c>.</summary>
internal static class GoQuoting
{
    private static readonly SearchValues<char> s_inValues = SearchValues.Create(" \t\r\n\"`");
    private static readonly SearchValues<char> s_inKeys = SearchValues.Create("= \t\r\n\"`");

    /// <summary>Reads <c>key=value</c>, each of which may be quoted.</summary>
    /// <returns>Null when the text is not of that kind.</returns>
    public static GoBuildSetting? Setting(string text)
    {
        var isQuoted = text is ['"' or '`', ..];
        var keyLength = isQuoted ? LiteralLength(text) : text.IndexOf('=', StringComparison.Ordinal);
        if (keyLength <= 0 || keyLength >= text.Length || text[keyLength] != '=')
        {
            return null;
        }

        var (key, value) = (text[..keyLength], text[(keyLength + 1)..]);
        return Plain(key) is { } plainKey && Plain(value) is { } plainValue ? new GoBuildSetting(plainKey, plainValue) : null;
    }

    /// <summary>Writes <c>key=value</c>, quoted where Go quotes.</summary>
    public static string Text(GoBuildSetting setting)
    {
        var key = setting.Key.Length == 0 || setting.Key.AsSpan().ContainsAny(s_inKeys) ? Quote(setting.Key) : setting.Key;
        return $"{key}={(setting.Value.AsSpan().ContainsAny(s_inValues) ? Quote(setting.Value) : setting.Value)}";
    }

    private static string? Plain(string text) =>
        text is ['"' or '`', ..] ? (LiteralLength(text) == text.Length ? Unquote(text) : null)
        : text.AsSpan().ContainsAny(s_inValues) ? null
        : text;

    // The length of the literal that the text begins with; -1 when it has no end.
    private static int LiteralLength(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == text[0])
            {
                return i + 1;
            }

            i += text[0] == '"' && text[i] == '\\' ? 1 : 0;
        }

        return -1;
    }

    private static string? Unquote(string literal)
    {
        var inner = literal.AsSpan(1, literal.Length - 2);
        if (literal[0] == '`')
        {
            return inner.ToString().Replace("\r", "", StringComparison.Ordinal);
        }

        // Escapes may stand for single bytes of a character.
        var bytes = new List<byte>(inner.Length);
        Span<byte> encoded = stackalloc byte[4];
        while (!inner.IsEmpty)
        {
            if (inner[0] == '\\')
            {
                if (!TakeEscape(ref inner, bytes))
                {
                    return null;
                }

                continue;
            }

            Rune.DecodeFromUtf16(inner, out var rune, out var used);
            bytes.AddRange(encoded[..rune.EncodeToUtf8(encoded)]);
            inner = inner[used..];
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static bool TakeEscape(ref ReadOnlySpan<char> text, List<byte> bytes)
    {
        if (text.Length < 2)
        {
            return false;
        }

        var kind = text[1];
        var simple = @"abfnrtv\'""".IndexOf(kind, StringComparison.Ordinal);
        if (simple >= 0)
        {
            bytes.Add((byte)"\a\b\f\n\r\t\v\\'\""[simple]);
            text = text[2..];
            return true;
        }

        var (digits, start, style) = kind switch
        {
            'x' => (2, 2, 16),
            'u' => (4, 2, 16),
            'U' => (8, 2, 16),
            >= '0' and <= '7' => (3, 1, 8),
            _ => (0, 0, 0),
        };
        if (digits == 0 || text.Length < start + digits || !TryNumber(text.Slice(start, digits), style, out var number))
        {
            return false;
        }

        text = text[(start + digits)..];
        if (kind is not ('u' or 'U'))
        {
            bytes.Add((byte)number);
            return number <= 255;
        }

        Span<byte> encoded = stackalloc byte[4];
        if (!Rune.IsValid(number))
        {
            return false;
        }

        bytes.AddRange(encoded[..new Rune(number).EncodeToUtf8(encoded)]);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, int style, out uint number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit) || (style == 8 && digit > '7'))
            {
                return false;
            }

            number = (number * (uint)style) + (uint)(char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return true;
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append(@"\\"),
                '\a' => quoted.Append(@"\a"),
                '\b' => quoted.Append(@"\b"),
                '\f' => quoted.Append(@"\f"),
                '\n' => quoted.Append(@"\n"),
                '\r' => quoted.Append(@"\r"),
                '\t' => quoted.Append(@"\t"),
                '\v' => quoted.Append(@"\v"),
                _ when IsVisible(rune) => quoted.Append(rune.ToString()),
                < 0x80 => quoted.Append(CultureInfo.InvariantCulture, $@"\x{rune.Value:x2}"),
                < 0x10000 => quoted.Append(CultureInfo.InvariantCulture, $@"\u{rune.Value:x4}"),
                _ => quoted.Append(CultureInfo.InvariantCulture, $@"\U{rune.Value:x8}"),
            };
        }

        return quoted.Append('"').ToString();
    }

    // strconv.IsPrint: letters, marks, numbers, punctuation, symbols, and the ASCII space.
    private static bool IsVisible(Rune rune) =>
        rune.Value == ' '
        || Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            );
}
