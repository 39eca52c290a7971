namespace GoToolchain.Tool.Output.Inspect;

/// <summary>A title, and below it labels with values. Values are wrapped and aligned; one that does not fit beside its label moves below it.</summary>
/// <param name="title">The title.</param>
internal sealed class FieldList(string title) : IInspectSection
{
    private const string Indent = "  ";
    private const int Gap = 2;
    private const int WidestLabel = 20;
    private readonly List<(string Label, string Value)> _fields = [];

    public bool IsEmpty => _fields.Count == 0;

    /// <summary>Adds a field.</summary>
    /// <param name="label">May come from a file, and hold any characters.</param>
    /// <param name="value">The same; null or empty: the field is left out.</param>
    public void Add(string label, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _fields.Add((Visible.Text(label), Visible.Text(value)));
        }
    }

    public void Write(TextWriter writer, int? width, Paint paint)
    {
        writer.WriteLine(paint.Bold(title));
        var labels = _fields.Select(f => f.Label.Length).Where(length => length <= WidestLabel).DefaultIfEmpty(0).Max();
        foreach (var (label, value) in _fields)
        {
            var left = Indent.Length + labels + Gap;
            var lines = TextWrap.Lines(value, width - left).ToArray();
            if (label.Length > labels || lines.Any(line => line.Length > width - left))
            {
                writer.WriteLine(Indent + label);
                (left, lines) = (2 * Indent.Length, [.. TextWrap.Lines(value, width - (2 * Indent.Length))]);
            }
            else
            {
                writer.WriteLine($"{Indent}{label.PadRight(labels + Gap)}{lines[0]}");
                lines = lines[1..];
            }

            foreach (var line in lines)
            {
                writer.WriteLine(new string(' ', left) + line);
            }
        }
    }
}
