using System.Diagnostics.CodeAnalysis;

namespace GoToolchain;

public sealed partial class GoVersion
{
    private const int LongestText = 200;
    private const string DevelWord = "devel ";
    private const string DevelSuffix = "devel_";

    /// <summary>Parses a version, with or without the prefix <c>go</c>.</summary>
    /// <param name="text">For example <c>1.24.4</c>.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidVersion"/>: the text is not a Go version.</exception>
    public static GoVersion Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var version)
            ? version
            : throw new GoToolchainException(
                GoErrorCodes.InvalidVersion,
                $"`{Shorten(text)}` is not a Go version.",
                nextStep: "Write it like `1.24.4`, `go1.24.4` or `1.25rc1`."
            );
    }

    /// <summary>Parses a version, with or without the prefix <c>go</c>; never throws.</summary>
    /// <param name="text">For example <c>go1.24.4</c>.</param>
    /// <param name="version">The version.</param>
    /// <returns>False when the text is not a Go version.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out GoVersion? version)
    {
        version = null;
        text = text?.Trim();
        // The text is shown to people and becomes a file name: a control character in a damaged VERSION file must reach neither.
        if (text is null || text.Length > LongestText || text.Any(c => char.IsControl(c) && c != '\t'))
        {
            return false;
        }

        if (text.StartsWith(DevelWord, StringComparison.Ordinal))
        {
            version = ParseDevel(text);
            return true;
        }

        var rest = text.StartsWith("go", StringComparison.Ordinal) ? text[2..] : text;
        var suffix = "";
        var cut = rest.IndexOfAny(['-', ' ', '\t']);
        if (cut >= 0)
        {
            suffix = rest[(cut + 1)..].Trim();
            rest = rest[..cut];
        }

        if (!TrySplit(rest, out var parts))
        {
            return false;
        }

        var devel = suffix.StartsWith(DevelSuffix, StringComparison.Ordinal);
        version = new GoVersion(parts, ForFileNames(devel ? FirstWord(suffix) : suffix), devel, text);
        return true;
    }

    internal static string Shorten(string text) => text.Length <= 60 ? text : text[..57] + "…";

    // `devel go1.26-abcdef Tue …` (1.18 on), or `devel +abcdef Tue …` before, which names no line.
    private static GoVersion ParseDevel(string text)
    {
        var word = FirstWord(text[DevelWord.Length..].Trim());
        var dash = word.IndexOf('-', StringComparison.Ordinal);
        var name = dash < 0 ? word : word[..dash];
        return name.StartsWith("go", StringComparison.Ordinal) && TrySplit(name[2..], out var parts)
            ? Devel(parts, word[(dash < 0 ? word.Length : dash + 1)..])
            : Devel(new Parts("0", "", "", "", ""), word.TrimStart('+'));

        GoVersion Devel(Parts line, string revision) => new(line, DevelSuffix + ForFileNames(revision), devel: true, text);
    }

    private static string FirstWord(string text) => text.Split([' ', '\t'], 2)[0];

    private static string ForFileNames(string suffix) =>
        string.Concat(suffix.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '+' or '~' or '-' ? c : '_'));

    private readonly record struct Parts(string Major, string Minor, string Patch, string Kind, string Pre);

    // major[.minor[.patch]][kind[pre]], no leading zeros; see internal/gover/gover.go.
    private static bool TrySplit(string text, out Parts parts)
    {
        parts = default;
        if (!TakeDecimal(text, out var major, out var rest))
        {
            return false;
        }

        var (minor, patch) = ("", "");
        if (rest.StartsWith('.') && !TakeDecimal(rest[1..], out minor, out rest))
        {
            return false;
        }

        if (minor.Length > 0 && rest.StartsWith('.') && !TakeDecimal(rest[1..], out patch, out rest))
        {
            return false;
        }

        var letters = rest.TakeWhile(c => c is >= 'a' and <= 'z').Count();
        var (kind, pre) = (rest[..letters], rest[letters..]);
        if (pre.Length > 0 && (kind.Length == 0 || !TakeDecimal(pre, out _, out var more) || more.Length > 0))
        {
            return false;
        }

        parts = new Parts(major, minor, patch, kind, pre);
        return kind.Length == 0 || minor.Length > 0;
    }

    private static bool TakeDecimal(string text, out string number, out string rest)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        (number, rest) = (text[..digits], text[digits..]);
        return digits == 1 || (digits > 1 && text[0] != '0');
    }
}
