using GoToolchain.Recovery.Repair;

namespace GoToolchain.Recovery;

/// <summary>A GOROOT that should be there and is not, and what became of it.</summary>
/// <param name="Root">Where it was: absolute.</param>
/// <param name="Witness">What leads to it: a variable, a link, a file.</param>
public sealed record GoneTree(string Root, string Witness)
{
    /// <summary>Its version; null when nothing tells it.</summary>
    public GoVersion? Version { get; init; }

    /// <summary>The tree is in its place again.</summary>
    public bool IsRestored { get; init; }

    /// <summary>The Go that a link in its place leads to now: absolute; null: none.</summary>
    public string? RedirectedTo { get; init; }

    /// <summary>What was done: one sentence.</summary>
    public string Text { get; init; } = "";

    /// <summary>The repair that restored it; null: none.</summary>
    public RepairReport? Repair { get; init; }

    /// <summary>Something usable is in its place.</summary>
    public bool IsBack => IsRestored || RedirectedTo is not null;
}
