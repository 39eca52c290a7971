using System.Globalization;
using System.Text;

namespace GoToolchain.Tool.Output;

/// <summary>How values of the library are spelled in tables and JSON.</summary>
internal static class Words
{
    /// <summary><c>FeedChecksum</c> as <c>feed-checksum</c>.</summary>
    public static string Kebab(Enum value)
    {
        var words = new StringBuilder();
        foreach (var c in value.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && words.Length > 0)
            {
                words.Append('-');
            }

            words.Append(char.ToLowerInvariant(c));
        }

        return words.ToString();
    }

    /// <summary>The usual name of a format.</summary>
    public static string Format(ExecutableFormat format) =>
        format switch
        {
            ExecutableFormat.Elf => "ELF",
            ExecutableFormat.PortableExecutable => "PE",
            ExecutableFormat.MachO => "Mach-O",
            _ => Kebab(format),
        };

    /// <summary>
    /// All origins of a candidate, for people: those that fit, and how many there are besides. The first is the one that counts; <c>--json</c> has
    /// all, each with its path.
    /// </summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="room">How many columns there are; null: no limit.</param>
    public static string Origins(GoCandidate candidate, int? room = null)
    {
        var names = candidate.Origins.Distinct().Select(GoOriginNames.ToName).ToArray();
        for (var shown = names.Length; ; shown--)
        {
            var text = string.Join(", ", names.Take(shown)) + (shown < names.Length ? $" +{names.Length - shown}" : "");
            if (shown == 1 || text.Length <= (room ?? text.Length))
            {
                return text;
            }
        }
    }

    /// <summary>Bytes: <c>67.2 MB</c>, <c>3.1 kB</c>; empty when not known.</summary>
    public static string Size(long? bytes) =>
        bytes switch
        {
            null => "",
            < 100_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
            _ => $"{Megabytes(bytes.Value)} MB",
        };

    /// <summary>Millions of bytes without the unit: <c>67.2</c>.</summary>
    public static string Megabytes(long bytes) => (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>A duration: <c>0.2 ms</c>, <c>35 ms</c>, <c>4.1 s</c>.</summary>
    public static string Duration(TimeSpan duration) =>
        duration.TotalSeconds >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s")
        : duration.TotalMilliseconds >= 10 ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0.0} ms");

    /// <summary>A number with separators: <c>14,213</c>.</summary>
    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
