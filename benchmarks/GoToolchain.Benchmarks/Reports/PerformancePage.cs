using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using GoToolchain.Benchmarks.Comparisons;

namespace GoToolchain.Benchmarks.Reports;

/// <summary>The page <c>docs/performance.md</c>: all comparisons of one run on one machine.</summary>
internal static class PerformancePage
{
    /// <summary>Runs everything and writes the page.</summary>
    /// <param name="file">Where to: absolute.</param>
    /// <param name="rounds">Rounds of each comparison; null: as each says.</param>
    /// <param name="progress">Told what is being run.</param>
    public static async Task WriteAsync(string file, int? rounds, TextWriter progress)
    {
        var results = new List<(Comparison Comparison, int Rounds, ComparisonResult Result)>();
        foreach (var comparison in Comparison.All)
        {
            var count = rounds ?? comparison.Rounds;
            await progress.WriteLineAsync($"== {comparison.Subject}, {count} rounds");
            var result = await comparison.RunAsync(count);
            await ConsoleReport.WriteAsync(result, progress);
            results.Add((comparison, count, result));
        }

        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Performance

            Written by `dotnet run -c Release --project benchmarks/GoToolchain.Benchmarks -- --report docs/performance.md`, in one run on one machine. [benchmarks.md](benchmarks.md)
            says what each comparison does, how it measures, and what was tried. Only the ratios mean something on another machine.

            - {Machine()}
            - {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}

            ## Budgets

            | job | promise | measured | met |
            |---|---|---|---|

            """
        );
        foreach (var bar in results.SelectMany(r => r.Result.Bars))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {bar.Job} | {bar.Promise} | {bar.Measured} | {(bar.IsMet ? "yes" : "**no**")} |\n"
            );
        }

        foreach (var (comparison, count, result) in results)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {comparison.Subject}\n\n{result.Title}; {count} rounds.\n");
            page.Append('\n').Append(Markdown(result.Rows));
            if (result.Notes.Count > 0)
            {
                page.Append('\n').AppendJoin('\n', result.Notes).Append('\n');
            }
        }

        await File.WriteAllTextAsync(file, page.ToString().ReplaceLineEndings("\n"));
    }

    private static string Markdown(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var (i, row) in rows.Index())
        {
            text.Append("| ").AppendJoin(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
            if (i == 0)
            {
                text.Append('|').Insert(text.Length, "---|", row.Count).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Machine()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1L << 30);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} processors ({ProcessorName()}, {RuntimeInformation.ProcessArchitecture}), {memory} GiB of memory"
        );
    }

    private static string ProcessorName() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
                ?.Split(':', 2)[1]
                .Trim()
                ?? "unknown"
            : "unknown";
}
