namespace GoToolchain.Sources.Apt;

/// <summary>Stanzas of <c>Name: value</c> fields, as apt's lists of sources and of packages have them; see deb822(5).</summary>
internal static class Deb822
{
    /// <summary>Reads all stanzas. Field names ignore case; the further lines of a value keep their leading space.</summary>
    /// <param name="text">The text.</param>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Parse(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? last = null;
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.TrimEnd('\r');
            if (line.StartsWith('#'))
            {
                continue;
            }

            if (line.Trim().Length == 0)
            {
                if (fields.Count > 0)
                {
                    yield return fields;
                    fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                }

                last = null;
            }
            else if (line[0] is ' ' or '\t')
            {
                if (last is not null)
                {
                    fields[last] += "\n" + line;
                }
            }
            else if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            {
                last = line[..colon].TrimEnd();
                fields[last] = line[(colon + 1)..].Trim();
            }
        }

        if (fields.Count > 0)
        {
            yield return fields;
        }
    }
}
