using System.Globalization;

namespace GoToolchain.Tool.CommandLine;

/// <summary>Reads durations and sizes as people write them.</summary>
internal static class Quantity
{
    /// <summary>An age: <c>30d</c>, <c>12h</c>, <c>90m</c>.</summary>
    public static TimeSpan Age(string text) =>
        Split(text) switch
        {
            (int count and <= 36_500, 'd') => TimeSpan.FromDays(count),
            (int count and <= 36_500, 'h') => TimeSpan.FromHours(count),
            (int count and <= 36_500, 'm') => TimeSpan.FromMinutes(count),
            _ => throw UsageError.Create($"`{text}` is not an age.", "Write it like `30d`, `12h` or `90m`."),
        };

    /// <summary>A time to wait: <c>90m</c>, <c>60s</c>, <c>500ms</c>.</summary>
    public static TimeSpan Time(string text) =>
        text.EndsWith("ms", StringComparison.Ordinal) && Split(text[..^1]) is (int milliseconds, 'm')
            ? TimeSpan.FromMilliseconds(milliseconds)
            : Split(text) switch
            {
                (int count and <= 36_500, 'h') => TimeSpan.FromHours(count),
                (int count and <= 36_500, 'm') => TimeSpan.FromMinutes(count),
                (int count, 's') => TimeSpan.FromSeconds(count),
                _ => throw UsageError.Create($"`{text}` is not a time.", "Write it like `60s`, `500ms` or `10m`."),
            };

    /// <summary>A size in bytes: <c>2G</c>, <c>500M</c>, in powers of 1,000 as all sizes here.</summary>
    public static long Size(string text) =>
        Split(text) switch
        {
            (int count, 'G') => count * 1_000_000_000L,
            (int count, 'M') => count * 1_000_000L,
            (int count, 'k') => count * 1_000L,
            _ => throw UsageError.Create($"`{text}` is not a size.", "Write it like `2G` or `500M`."),
        };

    private static (int? Count, char Unit) Split(string text) =>
        text.Length > 1 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? (count, text[^1])
            : (null, ' ');
}
