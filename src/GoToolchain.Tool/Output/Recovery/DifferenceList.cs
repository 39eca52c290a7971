using GoToolchain.Recovery.Content;

namespace GoToolchain.Tool.Output.Recovery;

/// <summary>The differences of a tree, for people.</summary>
/// <param name="writer">Where to.</param>
/// <param name="width">Columns of the terminal; null: no limit.</param>
/// <param name="paint">Emphasis.</param>
internal sealed class DifferenceList(TextWriter writer, int? width, Paint paint)
{
    // As many are read; `--json` has all.
    private const int MostOfAKind = 20;

    /// <summary>Writes them, grouped by kind.</summary>
    public void Write(ContentReport content)
    {
        foreach (var kind in content.Differences.GroupBy(d => d.Kind).OrderBy(g => g.Key))
        {
            var word = Words.Kebab(kind.Key).Replace('-', ' ');
            var lines = kind.Key == ContentDifferenceKind.Missing ? Grouped(content.Root, kind) : [.. kind.Select(d => d.Path)];
            foreach (var line in lines.Take(MostOfAKind))
            {
                new LabelledText(writer, width).Write("  ", word, line, paint.Bold(word));
            }

            if (lines.Count > MostOfAKind)
            {
                writer.WriteLine($"  {word} and {Words.Count(lines.Count - MostOfAKind)} more; --json lists all");
            }
        }
    }

    // A directory that was deleted took its files with it.
    private static List<string> Grouped(string root, IEnumerable<ContentDifference> missing) =>
        [
            .. missing
                .GroupBy(d => MissingDirectory(root, d.Path))
                .SelectMany(g =>
                    g.Key is null
                        ? g.Select(d => d.Path)
                        : [$"{g.Key} and the {(g.Count() == 1 ? "file" : $"{Words.Count(g.Count())} files")} in it"]
                ),
        ];

    // The topmost one on the way to a file.
    private static string? MissingDirectory(string root, string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            if (!Directory.Exists(Path.Combine(root, path[..slash])))
            {
                return path[..slash];
            }
        }

        return null;
    }
}
