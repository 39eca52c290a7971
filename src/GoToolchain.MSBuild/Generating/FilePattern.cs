using System.Text;
using System.Text.RegularExpressions;

namespace GoToolchain.MSBuild.Generating;

/// <summary>
/// A file, or a pattern of files with MSBuild's signs: <c>*</c>, <c>?</c>, and <c>**</c> for directories of any depth. (MSBuild itself does not expand
/// patterns in metadata.)
/// </summary>
/// <param name="Directory">Where it starts, without a sign in it: absolute.</param>
/// <param name="Pattern">The rest, with <c>/</c>.</param>
internal sealed record FilePattern(string Directory, string Pattern)
{
    private static readonly char[] s_signs = ['*', '?'];

    /// <summary>Reads one.</summary>
    /// <param name="text">What the item says.</param>
    /// <param name="baseDirectory">Where relative ones start: absolute.</param>
    public static FilePattern Create(string text, string baseDirectory)
    {
        var parts = text.Replace('\\', '/').Split('/');
        var plain = parts.TakeWhile(p => p.IndexOfAny(s_signs) < 0).Take(parts.Length - 1).ToArray();
        var head =
            string.Join('/', plain) is { Length: > 0 } some ? some
            : text.StartsWith('/') ? "/"
            : ".";
        return new FilePattern(Path.GetFullPath(head, baseDirectory), string.Join('/', parts.Skip(plain.Length)));
    }

    /// <summary>The pattern names one file, whether it is there or not.</summary>
    public bool IsPlain => Pattern.IndexOfAny(s_signs) < 0;

    /// <summary>The files, in order: for a plain name that name, there or not; for a pattern those that are there.</summary>
    public IEnumerable<string> Files()
    {
        if (IsPlain)
        {
            return [Path.GetFullPath(Path.Combine(Directory, Pattern))];
        }

        if (!System.IO.Directory.Exists(Directory))
        {
            return [];
        }

        var options = new EnumerationOptions
        {
            RecurseSubdirectories = Pattern.Contains('/', StringComparison.Ordinal) || Pattern.Contains("**", StringComparison.Ordinal),
            // A link to a directory may lead back into itself.
            AttributesToSkip = FileAttributes.ReparsePoint,
        };
        var matches = new Regex(ToExpression(), RegexOptions.CultureInvariant);
        return System
            .IO.Directory.EnumerateFiles(Directory, "*", options)
            .Where(f => matches.IsMatch(Path.GetRelativePath(Directory, f).Replace('\\', '/')))
            .Order(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override string ToString() => Path.Combine(Directory, Pattern);

    private string ToExpression()
    {
        var expression = new StringBuilder("^");
        for (var i = 0; i < Pattern.Length; i++)
        {
            var rest = Pattern.AsSpan(i);
            if (rest.StartsWith("**/"))
            {
                expression.Append("(.*/)?");
                i += 2;
            }
            else if (rest.StartsWith("**"))
            {
                expression.Append(".*");
                i++;
            }
            else
            {
                expression.Append(
                    Pattern[i] == '*' ? "[^/]*"
                    : Pattern[i] == '?' ? "[^/]"
                    : Regex.Escape(Pattern[i].ToString())
                );
            }
        }

        return expression.Append('$').ToString();
    }
}
