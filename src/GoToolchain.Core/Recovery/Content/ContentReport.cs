namespace GoToolchain.Recovery.Content;

/// <summary>How a tree compares with its manifest.</summary>
/// <param name="Root">The tree: absolute.</param>
/// <param name="Differences">Ordered by path; empty when there are none.</param>
public sealed record ContentReport(string Root, IReadOnlyList<ContentDifference> Differences)
{
    /// <summary>How many files it should have.</summary>
    public required int Files { get; init; }

    /// <summary>How many of them were read and hashed; the others are as old as they should be.</summary>
    public required int HashedFiles { get; init; }

    /// <summary>How many bytes were read.</summary>
    public required long HashedBytes { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Nothing differs.</summary>
    public bool IsSame => Differences.Count == 0;

    /// <summary>How many differences there are of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public int Count(ContentDifferenceKind kind) => Differences.Count(d => d.Kind == kind);
}
