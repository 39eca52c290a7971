using GoToolchain.Recovery.Content;
using GoToolchain.Sources;

namespace GoToolchain.Recovery.Repair;

/// <summary>What a repair has done.</summary>
/// <param name="Root">The tree: absolute.</param>
/// <param name="Actions">All that was done, in order; those that could not be done say so.</param>
public sealed record RepairReport(string Root, IReadOnlyList<RepairAction> Actions)
{
    /// <summary>Its version; null when nothing tells it.</summary>
    public GoVersion? Version { get; init; }

    /// <summary>Its platform.</summary>
    public required GoPlatform Platform { get; init; }

    /// <summary>What it was compared with, for people; null: with nothing.</summary>
    public string? ComparedWith { get; init; }

    /// <summary>How it differed before.</summary>
    public ContentReport? Before { get; init; }

    /// <summary>How it differs now.</summary>
    public ContentReport? After { get; init; }

    /// <summary>The whole tree was made anew and exchanged; else file by file.</summary>
    public bool IsWhole { get; init; }

    /// <summary>An earlier repair had been interrupted, and was finished.</summary>
    public bool Resumed { get; init; }

    /// <summary>Files that are nowhere to be had: relative to GOROOT, with <c>/</c>.</summary>
    public IReadOnlyList<string> Unavailable { get; init; } = [];

    /// <summary>The sources that could not serve, each with the reason.</summary>
    public IReadOnlyList<GoSourceFailure> Sources { get; init; } = [];

    /// <summary>Where what was moved out of the tree is kept; null: nothing was.</summary>
    public string? Quarantine { get; init; }

    /// <summary>The examination after the repair; null: none was asked for.</summary>
    public HealthReport? Health { get; init; }

    /// <summary>How long the repair took, without the examination.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How many bytes were written.</summary>
    public long Bytes => Actions.Where(a => a.Failure is null).Sum(a => a.Bytes);

    /// <summary>Nothing was wrong.</summary>
    public bool IsNothingToDo => Actions.Count == 0 && Unavailable.Count == 0;

    /// <summary>The tree is now as it should be, and so is what surrounds it.</summary>
    public bool IsRepaired =>
        Unavailable.Count == 0
        && Actions.All(a => a.Failure is null)
        && After is null or { IsSame: true }
        && Health is null or { IsHealthy: true };

    /// <summary>The exit code of <c>gotoolchain repair</c>: 0 repaired, 3 what is damaged cannot be repaired, else what the doctor says.</summary>
    public int ExitCode =>
        Unavailable.Count > 0 || After is { IsSame: false } ? GoErrorCodes.FilesNotToBeHad.ExitCode
        : Actions.Any(a => a.Failure is not null) ? GoErrorCodes.NotRepairable.ExitCode
        : Health is { IsHealthy: false } ? Health.ExitCode
        : 0;
}
