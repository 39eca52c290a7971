using GoToolchain.Recovery.Repair;

namespace GoToolchain.Recovery;

/// <summary>How a machine got its Go back.</summary>
/// <param name="Go">The Go that is used now.</param>
public sealed record RecoveryReport(GoCandidate Go)
{
    /// <summary>What was gone, and what became of it; empty when nothing was.</summary>
    public required IReadOnlyList<GoneTree> Gone { get; init; }

    /// <summary>What else was done: damage mended, links and files that lead to a Go put right.</summary>
    public required IReadOnlyList<RepairAction> Actions { get; init; }

    /// <summary>What the examination says.</summary>
    public required HealthReport Health { get; init; }

    /// <summary>What <c>go version</c> says; null when it does not run.</summary>
    public required string? GoVersionOutput { get; init; }

    /// <summary>From the command to a usable Go.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How long the proof took: <c>go version</c> and the examination.</summary>
    public required TimeSpan ProofDuration { get; init; }

    /// <summary>What the user has to do, because no program can do it from outside; null: nothing.</summary>
    public string? NextStep { get; init; }

    /// <summary>A Go runs, and it is healthy.</summary>
    public bool IsRecovered => GoVersionOutput is not null && Health.IsHealthy;

    /// <summary>The exit code of <c>gotoolchain recover</c>.</summary>
    public int ExitCode => GoVersionOutput is null ? GoErrorCodes.NotRepairable.ExitCode : Health.ExitCode;
}
