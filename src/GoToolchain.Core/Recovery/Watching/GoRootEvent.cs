using GoToolchain.Recovery.Content;

namespace GoToolchain.Recovery.Watching;

/// <summary>Something that happened to a watched GOROOT.</summary>
public sealed record GoRootEvent
{
    /// <summary>How many paths, and differences, an event names at most.</summary>
    public const int MostNamed = 1000;

    /// <summary>What it tells.</summary>
    public required GoRootEventKind Kind { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>GOROOT as it was given: absolute.</summary>
    public required string Root { get; init; }

    /// <summary>How the tree is, as far as it is known by now.</summary>
    public required GoRootState State { get; init; }

    /// <summary>The event in words: one sentence.</summary>
    public required string Message { get; init; }

    /// <summary>The code, where it is about something wrong; else null.</summary>
    public GoErrorCode? Code { get; init; }

    /// <summary>The next step; null when there is none.</summary>
    public string? NextStep { get; init; }

    /// <summary>The paths that were touched, relative to GOROOT, with <c>/</c>: at most <see cref="MostNamed"/>. Empty when too many were.</summary>
    public IReadOnlyList<string> Touched { get; init; } = [];

    /// <summary>What differs from what should be: at most <see cref="MostNamed"/>. Empty when the tree is missing as a whole.</summary>
    public IReadOnlyList<ContentDifference> Differences { get; init; } = [];

    /// <summary>How many differences there are in all.</summary>
    public int DifferenceCount { get; init; }

    /// <summary>Some events were lost by the system, so the whole tree was looked at. Nothing is missed by that.</summary>
    public bool Overflowed { get; init; }

    /// <summary>From the first change of this event to the event.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The name of the snapshot, when it is about one.</summary>
    public string? SnapshotId { get; init; }
}
