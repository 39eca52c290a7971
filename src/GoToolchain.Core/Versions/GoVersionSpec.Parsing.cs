using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace GoToolchain;

public sealed partial class GoVersionSpec
{
    private const int LongestText = 200;
    private const string PathPrefix = "path:";

    private const string Allowed =
        "Allowed are an exact version (`1.24.4`, `1.25rc1`), a line (`1.24` or `1.24.x`: its newest patch), a range (`>=1.22 <1.25`, `^1.22`, "
        + "`~1.22.3`), `stable`, `oldstable`, `latest`, `system`, `project` and `path:DIR`.";

    private static readonly Dictionary<string, GoVersionSpecKind> s_words = new(StringComparer.Ordinal)
    {
        ["stable"] = GoVersionSpecKind.Stable,
        ["oldstable"] = GoVersionSpecKind.OldStable,
        ["latest"] = GoVersionSpecKind.Latest,
        ["system"] = GoVersionSpecKind.System,
        ["project"] = GoVersionSpecKind.Project,
    };

    /// <summary>Parses a spec.</summary>
    /// <param name="text">For example <c>1.24</c>.</param>
    /// <param name="baseDirectory">Absolute; where a relative <c>path:DIR</c> begins. Null: <c>DIR</c> has to be absolute.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidVersion"/>: it is of no allowed form; the message names them.</exception>
    public static GoVersionSpec Parse(string text, string? baseDirectory = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        if (text.StartsWith(PathPrefix, StringComparison.Ordinal))
        {
            return ParsePath(text, baseDirectory);
        }

        if (s_words.TryGetValue(text, out var kind))
        {
            return new GoVersionSpec(kind, text);
        }

        if (text.Length is 0 or > LongestText || text.Any(char.IsControl))
        {
            throw Refuse(text, text.Length == 0 ? "The wanted Go version is empty." : null);
        }

        return text.IndexOfAny(['<', '>', '=', '^', '~']) == 0 ? ParseRange(text) : ParseVersion(text);
    }

    private static GoVersionSpec ParseVersion(string text)
    {
        var line = text.EndsWith(".x", StringComparison.Ordinal) ? text[..^2] : text;
        // A space begins a vendor suffix in Go's VERSION files; in a wish it is a mistake, such as `1.22 1.23`.
        if (line.Any(char.IsWhiteSpace) || !GoVersion.TryParse(line, out var version))
        {
            throw Refuse(text, WhyNot(text));
        }

        var namesLine = version.NamesOnlyALine && !version.IsDevel;
        if (namesLine && version.Minor.Length == 0)
        {
            throw Refuse(text, $"`{text}` names no line of Go releases: it lacks the minor number. For the newest release write `stable`.");
        }

        if ((line != text && !namesLine) || (namesLine && version.VendorSuffix.Length > 0))
        {
            throw Refuse(text, WhyNot(text));
        }

        return new GoVersionSpec(namesLine ? GoVersionSpecKind.Line : GoVersionSpecKind.Exact, text) { Version = version };
    }

    private static GoVersionSpec ParseRange(string text)
    {
        var bounds = new List<GoVersionBound>();
        var words = text.Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var length = words[i].TakeWhile(c => c is '<' or '>' or '=' or '^' or '~').Count();
            var (sign, number) = (words[i][..length], words[i][length..]);
            if (number.Length == 0 && i + 1 < words.Length)
            {
                number = words[++i];
            }

            bounds.AddRange(ToBounds(text, sign, number));
        }

        var uppers = bounds.Where(b => !b.IsLower).ToList();
        if (bounds.Where(b => b.IsLower).Any(low => uppers.Any(low.ExcludesAllBelow)))
        {
            throw Refuse(text, $"No version can be within `{text}`.");
        }

        return new GoVersionSpec(GoVersionSpecKind.Range, text, bounds);
    }

    private static IEnumerable<GoVersionBound> ToBounds(string text, string sign, string number)
    {
        if (number.Length == 0)
        {
            throw Refuse(text, $"A version is missing after `{sign}` in `{text}`.");
        }

        if (!TryParseBound(number, out var version))
        {
            throw Refuse(text, $"`{GoVersion.Shorten(number)}` in the range `{text}` is not a Go version.");
        }

        return sign switch
        {
            ">=" or ">" or "<=" or "<" or "=" => [new(sign, version)],
            "^" => [new(">=", version), new("<", NextMajor(version))],
            "~" when version.Minor.Length > 0 => [new(">=", version), new("<=", GoVersion.Parse($"{version.Major}.{version.Minor}"))],
            "~" => throw Refuse(text, $"`~{number}` in the range `{text}` lacks the minor number."),
            _ => throw Refuse(
                text,
                $"`{sign}{number}` in the range `{text}` does not begin with one of `>=`, `>`, `<=`, `<`, `=`, `^`, `~`."
            ),
        };
    }

    private static bool TryParseBound(string number, [NotNullWhen(true)] out GoVersion? version) =>
        GoVersion.TryParse(number.EndsWith(".x", StringComparison.Ordinal) ? number[..^2] : number, out version)
        && version is { IsDevel: false, VendorSuffix: "" };

    private static GoVersion NextMajor(GoVersion version) =>
        GoVersion.Parse((BigInteger.Parse(version.Major, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture));

    private static GoVersionSpec ParsePath(string text, string? baseDirectory)
    {
        var directory = text[PathPrefix.Length..].Trim();
        if (directory.Length == 0 || directory.Any(char.IsControl))
        {
            throw Refuse(text, "`path:` has to be followed by a directory.");
        }

        if (!Path.IsPathFullyQualified(directory) && baseDirectory is null)
        {
            throw new GoToolchainException(
                GoErrorCodes.InvalidVersion,
                $"The directory of `{text}` is not absolute.",
                nextStep: "Write the whole path: a relative one is only understood in a project file, where it begins at the directory of that file."
            );
        }

        var absolute = baseDirectory is null ? Path.GetFullPath(directory) : Path.GetFullPath(directory, baseDirectory);
        return new GoVersionSpec(GoVersionSpecKind.Path, text) { Directory = Path.TrimEndingDirectorySeparator(absolute) };
    }

    private static string? WhyNot(string text) =>
        text switch
        {
            _ when text.Contains('*', StringComparison.Ordinal) => $"`{text}` is not a Go version: `*` is not known here.",
            ['v' or 'V', ..] => $"`{GoVersion.Shorten(text)}` is not a Go version: Go versions have no `v` before the number.",
            _ when text.Any(char.IsWhiteSpace) =>
                $"`{GoVersion.Shorten(text)}` is not a Go version: it holds white space but is not a range.",
            _ => null,
        };

    private static GoToolchainException Refuse(string text, string? problem = null) =>
        new(
            GoErrorCodes.InvalidVersion,
            problem ?? $"`{GoVersion.Shorten(text)}` is not a Go version, a line of versions or a range.",
            nextStep: Allowed
        );
}
