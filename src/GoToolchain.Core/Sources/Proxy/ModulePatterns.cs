using System.Text;
using System.Text.RegularExpressions;

namespace GoToolchain.Sources.Proxy;

/// <summary>
/// The patterns of <c>GOPRIVATE</c> and <c>GONOPROXY</c>: globs of Go's <c>path.Match</c>, with commas between, each of which fits a module whose first
/// path elements it fits (golang.org/x/mod/module, MatchPrefixPatterns).
/// </summary>
internal static class ModulePatterns
{
    /// <summary>One of the patterns fits. One that is malformed fits nothing, in Go neither.</summary>
    /// <param name="patterns">The value of the variable.</param>
    /// <param name="module">The path of a module.</param>
    public static bool Match(string patterns, string module)
    {
        var elements = module.Split('/');
        foreach (var pattern in patterns.Split(','))
        {
            var glob = pattern.EndsWith('/') ? pattern[..^1] : pattern;
            var count = glob.Count(c => c == '/') + 1;
            if (glob.Length > 0 && count <= elements.Length && Fits(glob, string.Join('/', elements.Take(count))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(string glob, string name) =>
        ToRegex(glob) is { } regex && Regex.IsMatch(name, regex, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    // Null: malformed.
    private static string? ToRegex(string glob)
    {
        var regex = new StringBuilder("\\A");
        for (var i = 0; i < glob.Length; i++)
        {
            switch (glob[i])
            {
                case '*':
                    regex.Append("[^/]*");
                    break;
                case '?':
                    regex.Append("[^/]");
                    break;
                case '[':
                    var end = EndOfClass(glob, i);
                    if (end < 0)
                    {
                        return null;
                    }

                    // Go writes ^ and - as .NET does; a [ has no meaning within a class there.
                    regex.Append(glob[i..(end + 1)].Replace("[", "\\[", StringComparison.Ordinal).Remove(0, 1));
                    i = end;
                    break;
                case '\\' when i + 1 == glob.Length:
                    return null;
                case '\\':
                    regex.Append(Regex.Escape(glob[++i].ToString()));
                    break;
                default:
                    regex.Append(Regex.Escape(glob[i].ToString()));
                    break;
            }
        }

        return regex.Append("\\z").ToString();
    }

    // The first ] that is neither escaped nor the first character of the class; -1: none.
    private static int EndOfClass(string glob, int start)
    {
        var first = start + 1 < glob.Length && glob[start + 1] == '^' ? start + 2 : start + 1;
        for (var i = first; i < glob.Length; i++)
        {
            if (glob[i] == '\\')
            {
                i++;
            }
            else if (glob[i] == ']' && i > first)
            {
                return i;
            }
        }

        return -1;
    }
}
