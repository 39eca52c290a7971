using GoToolchain.Recovery.Snapshots;

namespace GoToolchain;

/// <summary>How things stand: what the project wants, what it gets, and what of Go is set up on this machine.</summary>
public sealed record GoStatus
{
    /// <summary>What is wanted and what would be used.</summary>
    public required GoSurvey Survey { get; init; }

    /// <summary>The quick examination of what would be used; null when nothing would.</summary>
    public HealthReport? Health { get; init; }

    /// <summary>The stable links that lead to a toolchain of the store.</summary>
    public required IReadOnlyList<GoStableLink> Links { get; init; }

    /// <summary>The start-up files of shells that put Go on PATH with our block: absolute.</summary>
    public required IReadOnlyList<string> StartFiles { get; init; }

    /// <summary>The directory of the store.</summary>
    public required string Store { get; init; }

    /// <summary>The snapshots in it.</summary>
    public required GoSnapshotList Snapshots { get; init; }

    /// <summary>The GOROOTs whose repair was interrupted, so that `repair` has to finish it: absolute.</summary>
    public required IReadOnlyList<string> InterruptedRepairs { get; init; }

    /// <summary>What could not be found out: full sentences.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }
}
