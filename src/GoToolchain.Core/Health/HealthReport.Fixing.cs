using GoToolchain.Sources;

namespace GoToolchain;

public sealed partial record HealthReport
{
    /// <summary>
    /// Makes the repairs that are safe to make at once: those that findings carry (<see cref="HealthFinding.Fix"/>), one after the other. One that
    /// cannot be made keeps none of the others from it. What they have changed shows in the next examination only.
    /// </summary>
    /// <param name="cancel">Ends it between two repairs.</param>
    /// <returns>What became of each; empty when there is nothing that can be repaired at once.</returns>
    public async Task<IReadOnlyList<HealthFixResult>> FixAsync(CancellationToken cancel = default)
    {
        var results = new List<HealthFixResult>();
        foreach (var finding in Findings.Where(f => f.Fix is not null).DistinctBy(f => f.Fix))
        {
            cancel.ThrowIfCancellationRequested();
            results.Add(await ApplyAsync(finding, finding.Fix!, cancel).ConfigureAwait(false));
        }

        return results;
    }

    private static async Task<HealthFixResult> ApplyAsync(HealthFinding finding, HealthFix fix, CancellationToken cancel)
    {
        try
        {
            var done = await fix.ApplyAsync(cancel).ConfigureAwait(false);
            return new HealthFixResult(finding, Redaction.WithoutPasswords(done));
        }
        catch (GoToolchainException e)
        {
            return new HealthFixResult(finding, Redaction.WithoutPasswords(e.Problem)) { Failure = e };
        }
    }
}
