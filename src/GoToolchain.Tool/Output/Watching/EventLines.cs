using System.Globalization;
using GoToolchain.Recovery.Watching;

namespace GoToolchain.Tool.Output.Watching;

/// <summary>Events for people: a line each, and below it what differs.</summary>
/// <param name="writer">Where to.</param>
/// <param name="width">Columns of the terminal; null: no limit.</param>
/// <param name="paint">Emphasis.</param>
internal sealed class EventLines(TextWriter writer, int? width, Paint paint) : IEventOutput
{
    private const int MostNamed = 10;

    public void Write(GoRootEvent e)
    {
        var label = string.Create(CultureInfo.InvariantCulture, $"{e.At.ToLocalTime():HH:mm:ss.fff} {Words.Kebab(e.Kind)}");
        var isBad = e.Code is not null;
        var text = e.Code is null ? e.Message : $"{e.Message} ({e.Code.Id})";
        new LabelledText(writer, width).Write("", label, text, isBad ? paint.Red(label) : paint.Bold(label));
        foreach (var difference in e.Differences.Take(MostNamed))
        {
            writer.WriteLine($"    {Words.Kebab(difference.Kind)} {Visible.Text(difference.Path)}");
        }

        if (e.DifferenceCount > MostNamed && e.Differences.Count > 0)
        {
            writer.WriteLine($"    and {Words.Count(e.DifferenceCount - Math.Min(MostNamed, e.Differences.Count))} more");
        }

        if (e.NextStep is not null)
        {
            new LabelledText(writer, width).Write("    ", "next:", e.NextStep);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
