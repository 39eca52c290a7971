using GoToolchain.Benchmarks.Comparisons;

namespace GoToolchain.Benchmarks.Reports;

/// <summary>A comparison as aligned text.</summary>
internal static class ConsoleReport
{
    public static async Task WriteAsync(ComparisonResult result, TextWriter output)
    {
        await output.WriteLineAsync($"{result.Title}, {Environment.ProcessorCount} processors\n");
        foreach (var line in Aligned(result.Rows))
        {
            await output.WriteLineAsync(line);
        }

        await output.WriteLineAsync();
        foreach (var note in result.Notes)
        {
            await output.WriteLineAsync(note);
        }

        foreach (var bar in result.Bars)
        {
            await output.WriteLineAsync($"{(bar.IsMet ? "met" : "NOT MET")}: {bar.Job}: {bar.Measured}, {bar.Promise}");
        }

        await output.WriteLineAsync();
    }

    private static IEnumerable<string> Aligned(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return rows.Select(row =>
            string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]))).TrimEnd()
        );
    }
}
