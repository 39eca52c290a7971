using System.Globalization;
using System.Text;

namespace GoToolchain.Environments.Shells;

/// <summary>The difference of two texts of which one piece differs, as <c>diff -u</c> shows it.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;
    private const string NoEnd = "\\ No newline at end of file";

    /// <summary>Writes it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="before">Null: there is no file.</param>
    /// <param name="after">Null: there will be none.</param>
    public static string Of(string file, string? before, string? after)
    {
        var (old, now) = (Lines(before), Lines(after));
        var head = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var most = Math.Min(old.Length, now.Length) - head;
        var tail = Enumerable.Reverse(old).Zip(Enumerable.Reverse(now)).Take(most).TakeWhile(pair => pair.First == pair.Second).Count();
        var from = Math.Max(0, head - Context);
        var rest = Math.Min(tail, Context);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"--- {(before is null ? "/dev/null" : file)}\n");
        text.Append(CultureInfo.InvariantCulture, $"+++ {(after is null ? "/dev/null" : file)}\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"@@ -{Range(from, old.Length - tail + rest)} +{Range(from, now.Length - tail + rest)} @@\n"
        );
        Append(text, ' ', old[from..head]);
        Append(text, '-', old[head..(old.Length - tail)]);
        Append(text, '+', now[head..(now.Length - tail)]);
        Append(text, ' ', old[(old.Length - tail)..(old.Length - tail + rest)]);
        return text.ToString();
    }

    private static string Range(int from, int to) =>
        string.Create(CultureInfo.InvariantCulture, $"{(to > from ? from + 1 : from)},{to - from}");

    private static string[] Lines(string? text)
    {
        string[] parts = (text ?? "").Split('\n');
        var ended = parts[..^1].Select(line => line + "\n");
        return parts[^1].Length == 0 ? [.. ended] : [.. ended, parts[^1]];
    }

    private static void Append(StringBuilder text, char mark, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            text.Append(mark).Append(line.TrimEnd('\n')).Append('\n');
            if (!line.EndsWith('\n'))
            {
                text.Append(NoEnd).Append('\n');
            }
        }
    }
}
