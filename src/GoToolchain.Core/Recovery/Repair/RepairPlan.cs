using GoToolchain.Recovery.Content;

namespace GoToolchain.Recovery.Repair;

/// <summary>What a repair would do.</summary>
/// <param name="Root">The tree: absolute.</param>
/// <param name="Actions">In the order in which they would be done; empty when nothing is wrong.</param>
public sealed record RepairPlan(string Root, IReadOnlyList<RepairAction> Actions)
{
    /// <summary>Its version; null when nothing tells it.</summary>
    public GoVersion? Version { get; init; }

    /// <summary>Its platform.</summary>
    public required GoPlatform Platform { get; init; }

    /// <summary>What it was compared with, for people; null: with nothing.</summary>
    public string? ComparedWith { get; init; }

    /// <summary>How it differs; null: it was compared with nothing.</summary>
    public ContentReport? Content { get; init; }

    /// <summary>The whole tree would be made anew and exchanged; else file by file.</summary>
    public bool IsWhole { get; init; }

    /// <summary>A repair of it had been interrupted, and would be finished.</summary>
    public bool Resumes { get; init; }

    /// <summary>How long it would take; null when that depends on the network.</summary>
    public TimeSpan? ExpectedTime { get; init; }

    /// <summary>Files that nobody who was asked has: relative to GOROOT, with <c>/</c>. The sources were not asked yet.</summary>
    public IReadOnlyList<string> Unavailable { get; init; } = [];

    /// <summary>How many bytes would be written.</summary>
    public long Bytes => Actions.Sum(a => a.Bytes);
}
