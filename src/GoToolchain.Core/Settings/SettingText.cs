using System.Globalization;

namespace GoToolchain;

/// <summary>Turns the text of a setting into its value.</summary>
internal static class SettingText
{
    private static readonly TimeSpan s_longestTimeout = TimeSpan.FromHours(24);

    public static IReadOnlyDictionary<string, GoPreference> Preferences { get; } =
        new Dictionary<string, GoPreference>(StringComparer.OrdinalIgnoreCase)
        {
            ["managed"] = GoPreference.Managed,
            ["system"] = GoPreference.System,
            ["only-managed"] = GoPreference.OnlyManaged,
            ["only-system"] = GoPreference.OnlySystem,
        };

    public static IReadOnlyDictionary<string, GoDownloads> DownloadWords { get; } =
        new Dictionary<string, GoDownloads>(StringComparer.OrdinalIgnoreCase)
        {
            ["automatic"] = GoDownloads.Automatic,
            ["manual"] = GoDownloads.Manual,
            ["never"] = GoDownloads.Never,
        };

    public static IReadOnlyDictionary<string, GoTrust> TrustWords { get; } =
        new Dictionary<string, GoTrust>(StringComparer.OrdinalIgnoreCase)
        {
            ["unverified"] = GoTrust.Unverified,
            ["feed-checksum"] = GoTrust.FeedChecksum,
            ["pinned"] = GoTrust.Pinned,
            ["signed"] = GoTrust.Signed,
            ["log-proved"] = GoTrust.LogProved,
        };

    public static string Of(GoTrust trust) => TrustWords.First(word => word.Value == trust).Key;

    public static IReadOnlyDictionary<string, GoMirrorRules> MirrorRules { get; } =
        new Dictionary<string, GoMirrorRules>(StringComparer.OrdinalIgnoreCase)
        {
            ["race"] = GoMirrorRules.Race,
            ["own-sha256"] = GoMirrorRules.OwnChecksum,
            ["http-redirect"] = GoMirrorRules.InsecureRedirect,
        };

    public static string Words(IEnumerable<string> words) => string.Join(", ", words.Select(w => $"`{w}`"));

    public static GoMirrorRules ToMirrorRules(IEnumerable<string> items, SettingPlace place) =>
        NotEmpty(items, place).Aggregate(GoMirrorRules.None, (rules, item) => rules | ToWord(MirrorRules, item, place));

    public static string OneOf(IEnumerable<string> words) => "one of " + Words(words);

    public static T ToWord<T>(IReadOnlyDictionary<string, T> words, string text, SettingPlace place) =>
        words.TryGetValue(text.Trim(), out var value) ? value : throw place.Refuse(text);

    public static bool ToBoolean(string text, SettingPlace place) =>
        text.Trim().ToUpperInvariant() switch
        {
            "1" or "TRUE" or "YES" => true,
            "0" or "FALSE" or "NO" => false,
            _ => throw place.Refuse(text),
        };

    public static TimeSpan ToTimeout(string text, SettingPlace place)
    {
        var number = text.Trim();
        var unit = number.Length > 0 ? number[^1] : ' ';
        var seconds = unit switch
        {
            'h' => 3600,
            'm' => 60,
            _ => 1,
        };
        number = unit is 'h' or 'm' or 's' ? number[..^1] : number;
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? CheckTimeout(TimeSpan.FromSeconds((double)count * seconds), text, place)
            : throw place.Refuse(text);
    }

    public static TimeSpan CheckTimeout(TimeSpan timeout, string text, SettingPlace place) =>
        timeout == Timeout.InfiniteTimeSpan || (timeout >= TimeSpan.Zero && timeout <= s_longestTimeout)
            ? timeout
            : throw place.Refuse(text);

    public static string ToStore(string text, SettingPlace place) => place.ToAbsolute(text.Trim());

    /// <summary>Splits a list. URLs and paths may hold commas, the names of sources do not.</summary>
    public static IReadOnlyList<string> Split(string text, SettingPlace place) =>
        text.Split(
            place.Setting == GoSettings.Mirror ? [';'] : [';', ','],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );

    public static IReadOnlyList<string> ToSources(IEnumerable<string> items, SettingPlace place) =>
        NotEmpty(
            items.Select(item =>
                item switch
                {
                    "go.dev" or "mirror" or "proxy" or "apt" or "nuget" => item,
                    _ when item.StartsWith("nuget:", StringComparison.Ordinal) && item.Length > 6 => "nuget:" + ToMirror(item[6..], place),
                    _ when item.StartsWith("apt:", StringComparison.Ordinal) && item.Length > 4 && !item.Any(char.IsWhiteSpace) => item,
                    // A bare word is a name that we do not know rather than a directory.
                    _ when IsPathOrUrl(item) => ToMirror(item, place),
                    _ => throw place.Refuse(item, $"{place.Name} names a source `{GoVersion.Shorten(item)}`, which is not known."),
                }
            ),
            place
        );

    public static IReadOnlyList<string> ToMirrors(IEnumerable<string> items, SettingPlace place) =>
        NotEmpty(items.Select(item => ToMirror(item, place)), place);

    private static string ToMirror(string item, SettingPlace place)
    {
        if (!item.Contains("://", StringComparison.Ordinal) && !item.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            return place.ToAbsolute(item);
        }

        return
            Uri.TryCreate(item, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https" or "file"
            && (url.IsFile || url.Host.Length > 0)
            ? item
            : throw place.Refuse(item, $"{place.Name} holds `{GoVersion.Shorten(item)}`, which is not a URL of a known kind.");
    }

    private static bool IsPathOrUrl(string item) =>
        item.StartsWith('.') || item.StartsWith('~') || item.Contains('/', StringComparison.Ordinal) || Path.IsPathFullyQualified(item);

    private static List<string> NotEmpty(IEnumerable<string> items, SettingPlace place)
    {
        var list = items.ToList();
        return list.Count > 0 ? list : throw place.Refuse("", $"{place.Name} is a list without a single entry.");
    }
}
