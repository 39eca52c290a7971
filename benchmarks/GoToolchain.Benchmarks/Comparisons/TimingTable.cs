using System.Globalization;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>
/// Runs of contenders as a table. The ratio is that of the first contender to the one in the row, each round with itself: the median over the rounds,
/// and in brackets the quartiles.
/// </summary>
internal sealed class TimingTable(IReadOnlyList<string> names)
{
    private readonly List<Measurement>[] _runs = [.. names.Select(_ => new List<Measurement>())];

    /// <summary>The column headings.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["", "median", "quartiles", "processors", "allocated", "first", "ratio"];

    /// <summary>A row for each contender.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows => names.Select((_, i) => Row(i));

    /// <summary>Adds a run. The first of each contender is its warm-up.</summary>
    public void Add(int contender, Measurement run) => _runs[contender].Add(run);

    /// <summary>The median time of a contender in milliseconds.</summary>
    public double Median(int contender) => Quantile(Counted(contender, m => m.Elapsed.TotalMilliseconds), 0.5);

    /// <summary>How long one contender took, as a part of what another took: the median over the rounds, each compared with itself.</summary>
    public double Ratio(int contender, int other) => Quantile(Ratios(contender, other), 0.5);

    /// <summary>By how many milliseconds one contender took longer than another: the median over the rounds, each compared with itself.</summary>
    public double Difference(int contender, int other) =>
        Quantile([.. Counted(contender).Zip(Counted(other), (a, b) => (a.Elapsed - b.Elapsed).TotalMilliseconds)], 0.5);

    private string[] Row(int contender)
    {
        var times = Counted(contender, m => m.Elapsed.TotalMilliseconds);
        var ratios = Ratios(0, contender);
        return
        [
            names[contender],
            Milliseconds(Quantile(times, 0.5)),
            $"{Number(Quantile(times, 0.25))}–{Milliseconds(Quantile(times, 0.75))}",
            Milliseconds(Quantile(Counted(contender, m => m.Processor.TotalMilliseconds), 0.5)),
            Megabytes(Quantile(Counted(contender, m => m.Allocated), 0.5)),
            Milliseconds(_runs[contender][0].Elapsed.TotalMilliseconds),
            contender == 0 ? "" : $"{Short(Quantile(ratios, 0.5))} ({Short(Quantile(ratios, 0.25))}–{Short(Quantile(ratios, 0.75))})",
        ];
    }

    private double[] Counted(int contender, Func<Measurement, double> of) => [.. Counted(contender).Select(of)];

    private IEnumerable<Measurement> Counted(int contender) => _runs[contender].Skip(_runs[contender].Count > 1 ? 1 : 0);

    private double[] Ratios(int contender, int other) => [.. Counted(contender).Zip(Counted(other), (a, b) => a.Elapsed / b.Elapsed)];

    // Between two values by their distance.
    private static double Quantile(double[] values, double part)
    {
        var sorted = values.Order().ToArray();
        var position = part * (sorted.Length - 1);
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    private static string Milliseconds(double value) => Number(value) + " ms";

    private static string Number(double value) => value.ToString(value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture);

    private static string Short(double ratio) => ratio.ToString(ratio < 0.1 ? "0.0000" : "0.00", CultureInfo.InvariantCulture);

    private static string Megabytes(double bytes) =>
        (bytes / 1e6).ToString(bytes < 1e6 ? "0.00" : "0.0", CultureInfo.InvariantCulture) + " MB";
}
