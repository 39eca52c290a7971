namespace GoToolchain.Recovery.Repair;

/// <summary>How a tree is to be mended.</summary>
public sealed record RepairOptions
{
    /// <summary>Ask no source: only what is on this machine. The setting <c>offline</c> says the same.</summary>
    public bool Offline { get; init; }

    /// <summary>Hash every file of the tree, not only those that the file system says have changed.</summary>
    public bool Deep { get; init; }

    /// <summary>Make the whole tree anew beside the old one and exchange both, however little is damaged.</summary>
    public bool Whole { get; init; }

    /// <summary>Also make the safe repairs of what surrounds the tree (<see cref="HealthFinding.Fix"/>): the go/env file, links, start-up files.</summary>
    public bool Surroundings { get; init; } = true;

    /// <summary>How thorough the examination is that proves the repair; null: none.</summary>
    public HealthLevel? Proof { get; init; } = HealthLevel.Quick;
}
