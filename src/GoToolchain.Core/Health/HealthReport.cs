namespace GoToolchain;

/// <summary>What an examination found.</summary>
public sealed partial record HealthReport
{
    /// <summary>The Go that was examined; null when there is none on this machine.</summary>
    public required GoCandidate? Subject { get; init; }

    /// <summary>How thorough it was.</summary>
    public required HealthLevel Level { get; init; }

    /// <summary>Every check, in the order in which they are explained: first what others build on.</summary>
    public required IReadOnlyList<HealthCheckResult> Checks { get; init; }

    /// <summary>On what, and with what, it was made.</summary>
    public required HealthMachine Machine { get; init; }

    /// <summary>What was put right (<see cref="FixAsync"/>) before this examination; empty when nothing was tried.</summary>
    public IReadOnlyList<HealthFixResult> Fixes { get; init; } = [];

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took: less than the sum over the checks, for independent ones run side by side.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>All that is wrong, in the order of the checks.</summary>
    public IEnumerable<HealthFinding> Findings => Checks.SelectMany(c => c.Findings);

    /// <summary>How many of them are errors.</summary>
    public int ErrorCount => Findings.Count(f => f.Severity == HealthSeverity.Error);

    /// <summary>How many of them are warnings.</summary>
    public int WarningCount => Findings.Count(f => f.Severity == HealthSeverity.Warning);

    /// <summary>No error was found. Warnings do not make a Go unhealthy.</summary>
    public bool IsHealthy => ErrorCount == 0;

    /// <summary>
    /// The exit code of <c>gotoolchain doctor</c>: 0 healthy, 2 when GOROOT or Go is missing, 70 when a check failed by a bug of ours, else 1.
    /// </summary>
    public int ExitCode
    {
        get
        {
            var codes = Findings.Where(f => f.Severity == HealthSeverity.Error).Select(f => f.Code.ExitCode).ToHashSet();
            return codes.Count == 0 ? 0
                : codes.Contains(GoErrorCodes.NotFound.ExitCode) ? GoErrorCodes.NotFound.ExitCode
                : codes.Contains(GoErrorCodes.Internal.ExitCode) ? GoErrorCodes.Internal.ExitCode
                : 1;
        }
    }
}
