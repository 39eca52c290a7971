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
            foreach (var difference in kind.Take(MostOfAKind))
            {
                new LabelledText(writer, width).Write("  ", word, difference.Path, paint.Bold(word));
            }

            if (kind.Count() > MostOfAKind)
            {
                writer.WriteLine($"  {word} and {Words.Count(kind.Count() - MostOfAKind)} more; --json lists all");
            }
        }
    }
}
