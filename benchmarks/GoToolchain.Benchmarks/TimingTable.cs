using System.Globalization;
using System.Text;

namespace GoToolchain.Benchmarks;

/// <summary>Times of contenders as an aligned table; the ratio is that of the first contender's median to the median of each.</summary>
internal sealed class TimingTable(IReadOnlyList<string> names)
{
    private readonly List<double>[] _milliseconds = [.. names.Select(_ => new List<double>())];

    /// <summary>Adds a time. The first of each contender is its warm-up.</summary>
    public void Add(int contender, TimeSpan elapsed) => _milliseconds[contender].Add(elapsed.TotalMilliseconds);

    /// <summary>By how many milliseconds one contender took longer than another: the median over the rounds, each compared with itself.</summary>
    public double Difference(int contender, int other) =>
        Median([.. _milliseconds[contender].Zip(_milliseconds[other], (a, b) => a - b).Skip(1)]);

    public override string ToString()
    {
        string[][] rows =
        [
            ["", "median", "min", "max", "first", "ratio"],
            .. names.Select((_, i) => Row(i)),
        ];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]));
            text.AppendLine(string.Join("  ", cells));
        }

        return text.ToString();
    }

    private string[] Row(int contender)
    {
        var times = _milliseconds[contender];
        var counted = times[1..];
        var ratio = Median(_milliseconds[0][1..]) / Median(counted);
        return
        [
            names[contender],
            Text(Median(counted)),
            Text(counted.Min()),
            Text(counted.Max()),
            Text(times[0]),
            contender == 0 ? "" : ratio.ToString("0.000", CultureInfo.InvariantCulture),
        ];
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static string Text(double milliseconds) =>
        milliseconds.ToString(milliseconds < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture) + " ms";
}
