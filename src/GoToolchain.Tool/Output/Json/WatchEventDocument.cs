using GoToolchain.Recovery.Watching;

namespace GoToolchain.Tool.Output.Json;

/// <summary>An event of <c>watch</c>: one line each.</summary>
internal sealed record WatchEventDocument(
    string Event,
    DateTimeOffset At,
    string Root,
    string State,
    string Message,
    string? Code,
    string? NextStep,
    IReadOnlyList<string> Touched,
    IReadOnlyList<WatchDifferenceMember> Differences,
    int DifferenceCount,
    bool Overflowed,
    double DelayMilliseconds,
    string? Snapshot
) : ToolDocument
{
    public static WatchEventDocument Of(GoRootEvent e) =>
        new(
            Words.Kebab(e.Kind),
            e.At,
            e.Root,
            Words.Kebab(e.State),
            e.Message,
            e.Code?.Id,
            e.NextStep,
            e.Touched,
            [.. e.Differences.Select(d => new WatchDifferenceMember(d.Path, Words.Kebab(d.Kind)))],
            e.DifferenceCount,
            e.Overflowed,
            e.Delay.TotalMilliseconds,
            e.SnapshotId
        );
}

/// <summary>A difference.</summary>
internal sealed record WatchDifferenceMember(string Path, string Kind);

/// <summary>The answer of <c>watch --install</c>.</summary>
/// <param name="Unit">The file that was written.</param>
/// <param name="Start">The commands that start it.</param>
internal sealed record WatchUnitDocument(string Unit, IReadOnlyList<string> Start) : ToolDocument;
