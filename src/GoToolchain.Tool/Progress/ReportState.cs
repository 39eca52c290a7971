using GoToolchain.Tool.Output;
using Spectre.Console;

namespace GoToolchain.Tool.Progress;

/// <summary>The last report, and the speed of the download so far.</summary>
internal sealed class ReportState
{
    private long _start;
    private long _startBytes;

    public GoProgress Last { get; private set; } = new(GoProgressPhase.Resolving);

    /// <summary>For example <c>85.3 MB/s</c>; empty outside a download.</summary>
    public string Speed
    {
        get
        {
            var seconds = TimeProvider.System.GetElapsedTime(_start).TotalSeconds;
            return Last.Phase == GoProgressPhase.Downloading && _start != 0 && seconds > 0.5
                ? $"{Words.Size((long)((Last.Bytes - _startBytes) / seconds))}/s"
                : "";
        }
    }

    public void Update(GoProgress report)
    {
        // What an earlier, interrupted run left counts as received, but not for the speed of this one.
        if (report.Phase == GoProgressPhase.Downloading && (Last.Phase != GoProgressPhase.Downloading || report.Bytes < Last.Bytes))
        {
            (_start, _startBytes) = (TimeProvider.System.GetTimestamp(), report.Bytes);
        }

        Last = report;
    }

    public void ApplyTo(ProgressTask bar)
    {
        bar.IsIndeterminate = Last.TotalBytes is null or 0;
        bar.MaxValue = Last.TotalBytes is > 0 and var total ? total : 100;
        bar.Value = Last.TotalBytes is > 0 ? Last.Bytes : 0;
    }
}
