namespace GoToolchain.Health.Checks.Surroundings;

/// <summary>A check that reads settings and files, starts no process and writes nothing.</summary>
internal abstract class SurroundingCheck : IHealthCheck
{
    /// <inheritdoc/>
    public abstract string Id { get; }

    /// <inheritdoc/>
    public abstract string Title { get; }

    /// <inheritdoc/>
    public virtual HealthLevel Level => HealthLevel.Quick;

    /// <summary>What is looked at.</summary>
    protected abstract string Ran { get; }

    /// <summary>What should be seen.</summary>
    protected abstract string Expected { get; }

    /// <inheritdoc/>
    public virtual ValueTask<CheckAnswer> RunAsync(HealthContext context, CancellationToken cancel)
    {
        var surroundings = GoSurroundings.Of(context);
        HealthFinding[] findings = [.. Find(context, surroundings)];
        return ValueTask.FromResult(Answer(findings, Seen(surroundings)));
    }

    /// <summary>What is wrong.</summary>
    /// <param name="context">The examination.</param>
    /// <param name="surroundings">What it looks at.</param>
    protected abstract IEnumerable<HealthFinding> Find(HealthContext context, GoSurroundings surroundings);

    /// <summary>What was seen when nothing is wrong.</summary>
    /// <param name="surroundings">What was looked at.</param>
    protected virtual string Seen(GoSurroundings surroundings) => Expected;

    /// <summary>The answer.</summary>
    /// <param name="findings">What is wrong.</param>
    /// <param name="seen">What was seen when nothing is.</param>
    protected CheckAnswer Answer(IReadOnlyList<HealthFinding> findings, string seen) =>
        new(Ran, Expected, findings.Count == 0 ? seen : string.Join(" ", findings.Select(f => f.Cause))) { Findings = findings };
}
