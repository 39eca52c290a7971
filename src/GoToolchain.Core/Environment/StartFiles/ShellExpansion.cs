using System.Text;

namespace GoToolchain.Environments.StartFiles;

/// <summary>
/// Replaces <c>~</c>, <c>$NAME</c>, <c>${NAME}</c>, <c>${NAME:-…}</c> and <c>${NAME:+…}</c> in a word of a shell, and removes its quotes. Commands
/// are never run, so a word with <c>$(…)</c> has no value.
/// </summary>
/// <param name="find">The value of a variable; null when it is not set.</param>
/// <param name="home">What <c>~</c> stands for.</param>
internal sealed class ShellExpansion(Func<string, string?> find, string home)
{
    // Deeper nesting is no configuration.
    private const int MostDepth = 10;

    /// <summary>The value of a word.</summary>
    /// <param name="word">As it is written.</param>
    /// <returns>Null when only running it would tell.</returns>
    public string? Expand(string word) => Expand(word, 0);

    private string? Expand(string word, int depth)
    {
        if (depth > MostDepth)
        {
            return null;
        }

        var value = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < word.Length; at++)
        {
            switch (word[at])
            {
                case '\'' when !isQuoted:
                    var end = word.IndexOf('\'', at + 1);
                    end = end < 0 ? word.Length : end;
                    value.Append(word, at + 1, end - at - 1);
                    at = end;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case '\\' when at + 1 < word.Length && (!isQuoted || word[at + 1] is '$' or '"' or '\\' or '`'):
                    value.Append(word[++at]);
                    break;
                case '`':
                case '(' when !isQuoted:
                    return null;
                case '~' when !isQuoted && IsAtStart(word, at):
                    if (at + 1 < word.Length && word[at + 1] is not ('/' or ':'))
                    {
                        return null; // The home of another user.
                    }

                    value.Append(home);
                    break;
                case '$':
                    if (!TryExpandVariable(word, ref at, value, depth))
                    {
                        return null;
                    }

                    break;
                default:
                    value.Append(word[at]);
                    break;
            }
        }

        return value.ToString();
    }

    private static bool IsAtStart(string word, int at) => at == 0 || word[at - 1] is ':' or '=';

    private bool TryExpandVariable(string word, ref int at, StringBuilder value, int depth)
    {
        if (at + 1 < word.Length && word[at + 1] == '{')
        {
            var end = Closing(word, at + 1);
            if (end < 0 || ValueOf(word[(at + 2)..end], depth) is not { } braced)
            {
                return false;
            }

            value.Append(braced);
            at = end;
            return true;
        }

        var length = word.AsSpan(at + 1).IndexOfAnyExcept(s_nameCharacters);
        length = length < 0 ? word.Length - at - 1 : length;
        if (length == 0)
        {
            // `$(…)`, `$1`, `$$`; a lone `$` is itself.
            if (at + 1 < word.Length && word[at + 1] != '"')
            {
                return false;
            }

            value.Append('$');
            return true;
        }

        value.Append(find(word.Substring(at + 1, length)) ?? "");
        at += length;
        return true;
    }

    private static readonly System.Buffers.SearchValues<char> s_nameCharacters = System.Buffers.SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"
    );

    private string? ValueOf(string inside, int depth)
    {
        var length = inside.AsSpan().IndexOfAnyExcept(s_nameCharacters);
        if (length < 0)
        {
            return find(inside) ?? "";
        }

        var value = find(inside[..length]);
        var rest = inside[length..];
        var isSet = rest.StartsWith(':') ? !string.IsNullOrEmpty(value) : value is not null;
        return rest.TrimStart(':') switch
        {
            ['-' or '=', .. var otherwise] => isSet ? value : Expand(otherwise, depth + 1),
            ['+', .. var instead] => isSet ? Expand(instead, depth + 1) : "",
            _ => null,
        };
    }

    private static int Closing(string word, int open)
    {
        var depth = 0;
        for (var i = open; i < word.Length; i++)
        {
            depth +=
                word[i] == '{' ? 1
                : word[i] == '}' ? -1
                : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
