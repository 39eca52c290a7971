namespace GoToolchain.Tool.Output;

/// <summary>
/// Aligned columns. Where a line would be wider than the terminal, the long columns (paths, reasons) move below their row, each on a line of
/// its own: a wrapped path cannot be read or copied.
/// </summary>
/// <param name="columns">The columns.</param>
internal sealed class Table(params IReadOnlyList<TableColumn> columns)
{
    private const int Gap = 2;
    private const string Indent = "    ";
    private readonly List<(string[] Cells, bool Emphasis)> _rows = [];

    /// <summary>Adds a row.</summary>
    /// <param name="emphasis">The row stands out.</param>
    /// <param name="cells">As many as there are columns.</param>
    public void Add(bool emphasis, params string[] cells) => _rows.Add((cells, emphasis));

    /// <summary>Writes all rows.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="width">Columns of the terminal; null: no limit.</param>
    /// <param name="paint">Emphasis.</param>
    public void Write(TextWriter writer, int? width, Paint paint)
    {
        var widths = columns.Select((column, i) => _rows.Max(row => Math.Max(row.Cells[i].Length, column.Header.Length))).ToArray();
        var all = Enumerable.Range(0, columns.Count).ToArray();
        var fits = width is null || all.Sum(i => widths[i] + Gap) - Gap <= width;
        var inRow = fits ? all : [.. all.Where(i => !columns[i].IsLong)];
        var below = fits ? [] : all.Except(inRow).ToArray();

        writer.WriteLine(paint.Bold(Row(inRow, widths, [.. columns.Select(c => c.Header)])));
        foreach (var (cells, emphasis) in _rows)
        {
            var line = Row(inRow, widths, cells);
            writer.WriteLine(emphasis ? paint.Green(line) : line);
            foreach (var text in below.Select(i => cells[i]).Where(text => text.Length > 0))
            {
                foreach (var part in TextWrap.Lines(text, width - Indent.Length))
                {
                    writer.WriteLine(Indent + part);
                }
            }
        }
    }

    private string Row(int[] shown, int[] widths, string[] cells) =>
        string.Join(
                new string(' ', Gap),
                shown.Select(i => columns[i].IsNumber ? cells[i].PadLeft(widths[i]) : cells[i].PadRight(widths[i]))
            )
            .TrimEnd();
}
