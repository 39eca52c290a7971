using GoToolchain.Health;
using GoToolchain.Health.Checks;
using GoToolchain.Telemetry;

namespace GoToolchain;

public sealed partial class GoToolchainManager
{
    /// <summary>Examines a Go that was found, and what surrounds it.</summary>
    /// <param name="go">The Go.</param>
    /// <param name="level">How thorough.</param>
    /// <param name="cancel">Ends it, and every process that it has started.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task<HealthReport> CheckAsync(GoInstallation go, HealthLevel level = HealthLevel.Standard, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(go);
        return CheckAsync(Survey(), go.Candidate, new HealthOptions { Level = level }, cancel);
    }

    /// <summary>
    /// Examines the Go that would be used, and what surrounds it. Where none can be used, the first damaged one that could have been is examined,
    /// so that the report says what is wrong with it. What is wrong never throws: it is a finding. What each check looks for is in
    /// <c>docs/doctor.md</c>; <see cref="HealthReport.FixAsync"/> makes the repairs that are safe.
    /// </summary>
    /// <param name="spec">The wanted version, or <c>path:DIR</c>; null: what the project says, else any.</param>
    /// <param name="options">What to do; null: <see cref="HealthLevel.Standard"/>.</param>
    /// <param name="cancel">Ends it, and every process that it has started.</param>
    /// <exception cref="GoToolchainException">The spec is none.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task<HealthReport> CheckAsync(string? spec = null, HealthOptions? options = null, CancellationToken cancel = default)
    {
        var survey = Survey(spec);
        return CheckAsync(survey, SubjectOf(survey, NamedRoot(Resolve(spec)) is not null), options ?? new HealthOptions(), cancel);
    }

    private static GoCandidate? SubjectOf(GoSurvey survey, bool isNamed)
    {
        var all = survey.Candidates.Select(c => c.Candidate);
        return isNamed
            ? all.First(c => c.Origins.Contains(GoOrigin.Explicit))
            : survey.Used
                ?? all.FirstOrDefault(c =>
                    c.Verdict != GoVerdict.Usable && (c.Version is null || survey.Wanted?.Accepts(c.Version) != false)
                );
    }

    private Task<HealthReport> CheckAsync(GoSurvey survey, GoCandidate? subject, HealthOptions options, CancellationToken cancel) =>
        Observed.RunAsync(OperationKind.Doctor, _ => ExamineAsync(survey, subject, options, cancel), Descriptions.Examined);

    private async Task<HealthReport> ExamineAsync(GoSurvey survey, GoCandidate? subject, HealthOptions options, CancellationToken cancel)
    {
        using var context = new HealthContext(Options.Host, Settings, survey, subject, options);
        return await new Examination(context, HealthChecks.Of(options.Areas)).RunAsync(cancel).ConfigureAwait(false);
    }
}
