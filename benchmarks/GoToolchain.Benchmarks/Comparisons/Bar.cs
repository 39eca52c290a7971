namespace GoToolchain.Benchmarks.Comparisons;

/// <summary>What was promised for a job, and what was measured.</summary>
/// <param name="Job">The job.</param>
/// <param name="Promise">In words: <c>at most 0.40 of curl, sha256sum and tar</c>.</param>
/// <param name="Measured">The figure.</param>
/// <param name="IsMet">It is kept.</param>
internal sealed record Bar(string Job, string Promise, string Measured, bool IsMet);
