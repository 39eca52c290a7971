using System.Globalization;

namespace GoToolchain.Tool.Output.Inspect;

/// <summary>What the file and all that it started did with shared libraries while they ran.</summary>
/// <param name="trace">Null: nothing was run.</param>
internal sealed class TraceSection(LinkageTrace? trace) : IInspectSection
{
    public bool IsEmpty => trace is null;

    public void Write(TextWriter writer, int? width, Paint paint)
    {
        var text = new LabelledText(writer, width);
        writer.WriteLine(paint.Bold("Run"));
        text.Write("  ", "ended:", Ended());
        text.Write("  ", "watched:", trace!.Method == TraceMethod.Strace ? "with strace" : "by the messages of the loader");
        foreach (var remark in trace.Remarks)
        {
            text.Write("  ", "note:", remark);
        }

        foreach (var process in trace.Processes)
        {
            writer.WriteLine();
            Write(process, writer, width, paint);
        }
    }

    private string Ended() =>
        trace!.ExitCode is { } code ? string.Create(CultureInfo.InvariantCulture, $"exit code {code}") : "when its time was over";

    private static void Write(TracedProcess process, TextWriter writer, int? width, Paint paint)
    {
        var text = new LabelledText(writer, width);
        var id = process.Id == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (process {process.Id})");
        writer.WriteLine(paint.Bold(Visible.Text(process.Program) + id));
        if (process.Loaded.Count + process.Missed.Count == 0)
        {
            text.Write("  ", "", "loaded no shared library");
        }

        foreach (var library in process.Loaded)
        {
            text.Write("  ", library.IsAtStart ? "at start" : "later   ", library.Path);
        }

        foreach (var miss in process.Missed)
        {
            text.Write("  ", "in vain ", Tried(miss));
        }
    }

    // The shortest is the plain directory; longer ones are its subdirectories for processors.
    private static string Tried(TracedMiss miss)
    {
        var path = miss.Tried.MinBy(p => p.Length);
        return miss.Tried.Count == 1 ? $"{miss.Name}, tried as {path}" : $"{miss.Name}, tried as {path} and {miss.Tried.Count - 1} more";
    }
}
