namespace GoToolchain.Health;

/// <summary>
/// Runs checks: each as soon as the ones that it builds on have ended, so independent ones side by side; and none whose premise has failed.
/// </summary>
/// <param name="context">What is examined.</param>
/// <param name="checks">Each after the ones that it needs.</param>
internal sealed class Examination(HealthContext context, IReadOnlyList<IHealthCheck> checks)
{
    private readonly object _reporting = new();

    /// <summary>Runs those of the wanted level.</summary>
    /// <param name="cancel">Ends it.</param>
    public async Task<HealthReport> RunAsync(CancellationToken cancel)
    {
        var clock = context.Host.Clock;
        var (started, start) = (clock.GetUtcNow(), clock.GetTimestamp());
        var running = new Dictionary<string, Task<HealthCheckResult>>(StringComparer.Ordinal);
        foreach (var check in checks.Where(c => c.Level <= context.Options.Level))
        {
            Task<HealthCheckResult>[] premises = [.. check.Needs.Select(need => running[need])];
            running.Add(check.Id, RunAfterAsync(premises, check, cancel));
        }

        var results = await Task.WhenAll(running.Values).ConfigureAwait(false);
        return new HealthReport
        {
            Subject = context.Subject,
            Machine = HealthMachine.Of(context.Host),
            Level = context.Options.Level,
            Checks = results,
            Started = started,
            Duration = clock.GetElapsedTime(start),
        };
    }

    private async Task<HealthCheckResult> RunAfterAsync(Task<HealthCheckResult>[] premises, IHealthCheck check, CancellationToken cancel)
    {
        var results = await Task.WhenAll(premises).ConfigureAwait(false);
        var failed = results.Where(r => r.Outcome is HealthOutcome.Failed or HealthOutcome.Blocked).ToList();
        var result =
            failed.Count == 0
                ? await Task.Run(() => RunAsync(check, cancel), cancel).ConfigureAwait(false)
                : new HealthCheckResult
                {
                    Id = check.Id,
                    Title = check.Title,
                    Level = check.Level,
                    Outcome = HealthOutcome.Blocked,
                    Found = $"Not done, for this has failed: {string.Join(", ", failed.Select(f => f.Title))}.",
                    BlockedBy = [.. failed.Select(f => f.Id)],
                };
        lock (_reporting)
        {
            context.Options.Progress?.Report(result);
        }

        return result;
    }

    private async Task<HealthCheckResult> RunAsync(IHealthCheck check, CancellationToken cancel)
    {
        lock (_reporting)
        {
            context.Options.Starts?.Report(new HealthCheckStart(check.Id, check.Title, check.Level));
        }

        var start = context.Host.Clock.GetTimestamp();
        var answer = await AskAsync(check, cancel).ConfigureAwait(false);
        return new HealthCheckResult
        {
            Id = check.Id,
            Title = check.Title,
            Level = check.Level,
            Outcome = answer.Outcome,
            Ran = answer.Ran,
            Expected = answer.Expected,
            Found = answer.Found,
            Findings = answer.Findings,
            Duration = context.Host.Clock.GetElapsedTime(start),
        };
    }

    private async Task<CheckAnswer> AskAsync(IHealthCheck check, CancellationToken cancel)
    {
        try
        {
            return await check.RunAsync(context, cancel).ConfigureAwait(false);
        }
        catch (GoToolchainException e)
        {
            return Broken(new HealthFinding(e.Code, e.Problem, e.NextStep ?? "See the page of the code.") { Place = e.Place });
        }
#pragma warning disable CA1031 // A bug in one check becomes a finding with the code of a bug (and its exit code); the other checks still answer.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            var cause = $"The check `{check.Id}` itself failed: {e.GetType().Name}: {e.Message}";
            return Broken(new HealthFinding(GoErrorCodes.Internal, cause, "Report it, with this text.") { Place = e.StackTrace });
        }

        CheckAnswer Broken(HealthFinding finding) => new(check.Title, "", finding.Cause) { Findings = [finding] };
    }
}
