using GoToolchain.Health.Checks.Running.Processes;

namespace GoToolchain;

/// <summary>What an examination is to do.</summary>
public sealed record HealthOptions
{
    /// <summary>How thorough.</summary>
    public HealthLevel Level { get; init; } = HealthLevel.Standard;

    /// <summary>
    /// Only the checks of these areas (<see cref="HealthCheckResult.Area"/>), for example <c>tree</c>, with those that they build on; empty: all.
    /// </summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>
    /// Also <c>go test std -run=^$ -short</c>: links the test program of every package of the standard library, some four minutes on two cores.
    /// </summary>
    public bool TestStandardLibrary { get; init; }

    /// <summary>Is told of each check as soon as it begins, and of none that is not done; as <see cref="Progress"/>.</summary>
    public IProgress<HealthCheckStart>? Starts { get; init; }

    /// <summary>After how long a process counts as one that hangs.</summary>
    internal RunDeadlines Deadlines { get; init; } = new();

    /// <summary>Is told of each check as soon as it has ended; possibly from several threads, one call at a time.</summary>
    public IProgress<HealthCheckResult>? Progress { get; init; }
}
