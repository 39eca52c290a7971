namespace GoToolchain.Sources.Apt;

/// <summary>Reads apt's lists of sources in both formats; see sources.list(5).</summary>
internal static class AptSourcesFile
{
    // One-line options have other names than deb822 fields for these three; the rest differ in case only.
    private static readonly Dictionary<string, string> s_fieldByOption = new(StringComparer.OrdinalIgnoreCase)
    {
        ["arch"] = "Architectures",
        ["lang"] = "Languages",
        ["target"] = "Targets",
    };

    /// <summary>Reads a file of either format: <c>*.sources</c> is deb822, all else has one entry a line.</summary>
    /// <param name="file">Its name, for the format and for messages.</param>
    /// <param name="text">Its content.</param>
    public static IReadOnlyList<AptEntry> Parse(string file, string text) =>
        file.EndsWith(".sources", StringComparison.Ordinal) ? ParseStanzas(file, text) : ParseLines(file, text);

    private static List<AptEntry> ParseStanzas(string file, string text)
    {
        var entries = new List<AptEntry>();
        foreach (var fields in Deb822.Parse(text))
        {
            if (fields.TryGetValue("Enabled", out var enabled) && IsNo(enabled))
            {
                continue;
            }

            Add(
                entries,
                new AptEntry(
                    Words(fields, "Types"),
                    Words(fields, "URIs"),
                    Words(fields, "Suites"),
                    Words(fields, "Components"),
                    fields
                        .Where(f => f.Key is not ("Types" or "URIs" or "Suites" or "Components" or "Enabled"))
                        .ToDictionary(f => f.Key, f => f.Value, StringComparer.OrdinalIgnoreCase),
                    file
                )
            );
        }

        return entries;
    }

    private static List<AptEntry> ParseLines(string file, string text)
    {
        var entries = new List<AptEntry>();
        foreach (var raw in text.Split('\n'))
        {
            var comment = raw.IndexOf('#', StringComparison.Ordinal);
            var line = (comment < 0 ? raw : raw[..comment]).Trim();
            var open = line.IndexOf('[', StringComparison.Ordinal);
            var close = line.IndexOf(']', StringComparison.Ordinal);
            var options = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            var firstWord = line.Split([' ', '\t', '['], 2)[0];

            // A bracket later in the line belongs to a URI (`cdrom:[…]`).
            if (open >= 0 && close > open && line[firstWord.Length..open].Trim().Length == 0)
            {
                foreach (var option in line[(open + 1)..close].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
                {
                    var parts = option.Split('=', 2);
                    if (parts.Length == 2)
                    {
                        options[s_fieldByOption.GetValueOrDefault(parts[0], parts[0])] = parts[1].Replace(',', ' ');
                    }
                }

                line = line[..open] + line[(close + 1)..];
            }

            var words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length >= 3)
            {
                Add(entries, new AptEntry([words[0]], [words[1]], [words[2]], words[3..], options, file));
            }
        }

        return entries;
    }

    private static void Add(List<AptEntry> entries, AptEntry entry)
    {
        var uris = entry.Uris.Where(u => !u.StartsWith("cdrom:", StringComparison.Ordinal)).ToArray();
        if (entry.Types.Contains("deb") && uris.Length > 0 && entry.Suites.Count > 0)
        {
            entries.Add(entry with { Uris = uris });
        }
    }

    private static string[] Words(IReadOnlyDictionary<string, string> fields, string name) =>
        fields.TryGetValue(name, out var value) ? value.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries) : [];

    private static bool IsNo(string value) => value.Trim().ToLowerInvariant() is "no" or "false" or "without" or "off" or "disable";
}
