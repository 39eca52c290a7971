namespace GoToolchain.Tool.Output;

/// <summary>Text behind a label, wrapped to the terminal; lines after the first are indented further.</summary>
/// <param name="writer">Where to.</param>
/// <param name="width">Columns of the terminal; null: no limit.</param>
internal sealed class LabelledText(TextWriter writer, int? width)
{
    private const string Deeper = "  ";

    /// <summary>Writes a text without a label.</summary>
    public void Write(string text) => Write("", "", text);

    /// <summary>Writes a text behind its label.</summary>
    /// <param name="indent">Before the label.</param>
    /// <param name="label">One word.</param>
    /// <param name="text">May have several lines, and any characters.</param>
    /// <param name="painted">The label with escapes, which take no room; null: as it is.</param>
    public void Write(string indent, string label, string text, string? painted = null)
    {
        // Stands for the label while lines are broken.
        var place = label.Length == 0 ? "" : new string('\u00a0', label.Length) + " ";
        var room = width - indent.Length - Deeper.Length;
        foreach (var (i, line) in Visible.Lines(place + text).SelectMany(line => TextWrap.Lines(line, room)).Index())
        {
            writer.WriteLine(
                i > 0 ? indent + Deeper + line
                : place.Length == 0 ? indent + line
                : $"{indent}{painted ?? label} {line[Math.Min(place.Length, line.Length)..]}".TrimEnd()
            );
        }
    }
}
