using GoToolchain.Benchmarks.Calls;

namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>A job that the product and others do side by side.</summary>
/// <param name="Subject">Its name on the command line.</param>
/// <param name="Rounds">How many rounds a report runs.</param>
/// <param name="RunAsync">Runs it, with so many rounds after the one that warms up; 0: to see that it works.</param>
internal sealed record Comparison(string Subject, int Rounds, Func<int, Task<ComparisonResult>> RunAsync)
{
    /// <summary>All of them, in the order of a report.</summary>
    public static IReadOnlyList<Comparison> All { get; } =
    [
        new("install", 9, InstallComparison.RunAsync),
        new("limits", 9, LimitsComparison.RunAsync),
        new("parallel", 3, ParallelComparison.RunAsync),
        new("verify", 9, ContentComparison.RunAsync),
        new("recover", 9, RecoveryComparison.RunAsync),
        new("start", 21, StartComparison.RunAsync),
        new("locate", 31, LocateComparison.RunAsync),
        new("candidates", 9, CandidatesComparison.RunAsync),
        new("doctor", 31, DoctorComparison.RunAsync),
        new("buildinfo", 21, BuildInfoComparison.RunAsync),
        new("linkage", 21, LinkageComparison.RunAsync),
        new("fixture", 15, FixtureComparison.RunAsync),
        new("build", 9, BuildComparison.RunAsync),
        // The last one: a Go library that was loaded stays in the process, with its runtime and its signal handlers.
        new("calls", 15, CallComparison.RunAsync),
    ];
}
