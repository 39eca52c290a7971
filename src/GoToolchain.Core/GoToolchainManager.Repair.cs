using GoToolchain.Locating;
using GoToolchain.Recovery.Journal;
using GoToolchain.Recovery.Materials;
using GoToolchain.Recovery.Repair;
using GoToolchain.Recovery.Snapshots;
using GoToolchain.Sources;
using GoToolchain.Store;
using GoToolchain.Telemetry;

namespace GoToolchain;

public sealed partial class GoToolchainManager
{
    // Trees of version managers are many, and may be half installed for good reasons.
    private static readonly GoOrigin[] s_usual =
    [
        GoOrigin.GoRootVariable,
        GoOrigin.Store,
        GoOrigin.SearchPath,
        GoOrigin.OfficialInstaller,
        GoOrigin.HomeDirectory,
    ];

    /// <summary>Says what <see cref="RepairAsync(string?, RepairOptions?, CancellationToken)"/> would do. Changes nothing, opens no socket.</summary>
    /// <param name="spec">The wanted version, <c>path:DIR</c> or an absolute path; null: what the project says, else any.</param>
    /// <param name="options">How; null: as by default.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="GoToolchainException">There is none, or nothing on this machine tells how it should be.</exception>
    public async Task<RepairPlan> PlanRepairAsync(string? spec = null, RepairOptions? options = null, CancellationToken cancel = default)
    {
        options ??= new RepairOptions();
        spec = ToSpec(spec);
        var subject = RequireDamaged(spec);
        var plan = await Task.Run(() => Mender(subject, options).Plan(cancel), cancel).ConfigureAwait(false);
        if (!options.Surroundings)
        {
            return plan;
        }

        var health = await CheckAsync(spec, new HealthOptions { Level = HealthLevel.Quick }, cancel).ConfigureAwait(false);
        var fixes = Fixes(health, plan.Root)
            .Select(f => new RepairAction(RepairActionKind.FixSurroundings, f.Place ?? "", f.Fix!.Description));
        return plan with { Actions = [.. plan.Actions, .. fixes] };
    }

    /// <summary>
    /// Mends a GOROOT: compares it with the best witness that this machine has, and restores what is missing or damaged from the cheapest place that
    /// has it: another tree of the same release, a snapshot, an archive, the sources. What does not belong into it is kept outside. Files take their
    /// place by one rename each; where more than half is damaged, a new tree is made beside and exchanged. A repair that was interrupted is finished.
    /// </summary>
    /// <param name="spec">The wanted version, <c>path:DIR</c> or an absolute path; null: what the project says, else any.</param>
    /// <param name="options">How; null: as by default.</param>
    /// <param name="cancel">Ends it before the tree is changed.</param>
    /// <exception cref="GoToolchainException">
    /// There is none; nothing tells how it should be (<see cref="GoErrorCodes.NotRepairable"/>, <see cref="GoErrorCodes.NothingToCompareWith"/>); or it
    /// cannot be written (<see cref="GoErrorCodes.TreeNotWritable"/>).
    /// </exception>
    public Task<RepairReport> RepairAsync(string? spec = null, RepairOptions? options = null, CancellationToken cancel = default) =>
        Observed.RunAsync(OperationKind.Repair, _ => RepairNowAsync(spec, options ?? new RepairOptions(), cancel), Descriptions.Repaired);

    private async Task<RepairReport> RepairNowAsync(string? spec, RepairOptions options, CancellationToken cancel)
    {
        spec = ToSpec(spec);
        var subject = RequireDamaged(spec);
        var report = await MendAsync(subject, options, cancel).ConfigureAwait(false);
        return await WithSurroundingsAsync(report, spec, options, cancel).ConfigureAwait(false);
    }

    /// <summary>The same, as by default.</summary>
    /// <param name="root">GOROOT: absolute.</param>
    /// <param name="cancel">Ends it before the tree is changed.</param>
    public Task<RepairReport> RepairAsync(string root, CancellationToken cancel) => RepairAsync(root, options: null, cancel);

    /// <summary>The trees whose repair was interrupted: absolute. <see cref="RepairAsync(string?, RepairOptions?, CancellationToken)"/> finishes each.</summary>
    public IReadOnlyList<string> InterruptedRepairs()
    {
        var journals = new RepairJournals(_layout);
        return [.. journals.Keys().Select(journals.Find).OfType<(RepairJournal Journal, Manifest)>().Select(j => j.Journal.Root)];
    }

    // One that would be used if it were not damaged comes before the one that is used instead.
    private RepairSubject RequireDamaged(string? spec)
    {
        if (NamedRoot(Resolve(spec)) is null)
        {
            var survey = Survey(spec);
            var first = survey
                .Candidates.Select(c => c.Candidate)
                .TakeWhile(c => c != survey.Used)
                .FirstOrDefault(c =>
                    c.Verdict is GoVerdict.Incomplete or GoVerdict.Mixed or GoVerdict.DanglingLink
                    && c.Origins.Any(s_usual.Contains)
                    && (c.Version is null || survey.Wanted?.Accepts(c.Version) != false)
                );
            if (first is not null)
            {
                return RepairSubject.Of(first, Options.Host, _layout);
            }
        }

        return RequireSubject(spec);
    }

    private async Task<RepairReport> MendAsync(RepairSubject subject, RepairOptions options, CancellationToken cancel)
    {
        StoreVersion.RequireWritable(_layout);
        using var held = await ToolchainLock
            .AcquireAsync(
                _layout,
                subject.Key,
                Options.Host,
                Settings.LockTimeout,
                holder => Report(GoProgressPhase.WaitingForLock, holder),
                cancel
            )
            .ConfigureAwait(false);
        if (subject.Toolchain is { } name)
        {
            new StoreSweeper(_layout, Options.Host, Options.Logger).Sweep(name, keepRecords: true);
        }

        return await Task.Run(() => Mender(subject, options).RunAsync(cancel), cancel).ConfigureAwait(false);
    }

    private async Task<RepairReport> WithSurroundingsAsync(
        RepairReport report,
        string? spec,
        RepairOptions options,
        CancellationToken cancel
    )
    {
        if (options.Surroundings)
        {
            var before = await CheckAsync(spec, new HealthOptions { Level = HealthLevel.Quick }, cancel).ConfigureAwait(false);
            foreach (var finding in Fixes(before, report.Root))
            {
                report = report with { Actions = [.. report.Actions, await ApplyAsync(finding, cancel).ConfigureAwait(false)] };
            }
        }

        return options.Proof is not { } level
            ? report
            : report with
            {
                Health = await CheckAsync(spec, new HealthOptions { Level = level }, cancel).ConfigureAwait(false),
            };
    }

    // The modes inside the tree are the business of the repair itself; and what works, if not as it should, is left alone.
    private static IEnumerable<HealthFinding> Fixes(HealthReport report, string root) =>
        report
            .Findings.Where(f => f.Fix is not null && f.Severity == HealthSeverity.Error)
            .Where(f => f.Place?.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) != true)
            .DistinctBy(f => f.Fix!.Description);

    private static async Task<RepairAction> ApplyAsync(HealthFinding finding, CancellationToken cancel)
    {
        try
        {
            var done = await finding.Fix!.ApplyAsync(cancel).ConfigureAwait(false);
            return new RepairAction(RepairActionKind.FixSurroundings, finding.Place ?? "", done);
        }
        catch (GoToolchainException e)
        {
            return new RepairAction(RepairActionKind.FixSurroundings, finding.Place ?? "", e.Problem) { Failure = e.Code };
        }
    }

    private TreeRepair Mender(RepairSubject subject, RepairOptions options) =>
        new(subject, _layout, Options.Host, Materials(options.Offline), options, Options.Logger);

    private MaterialCatalog Materials(bool isOffline) =>
        new(
            _layout,
            new Lazy<IReadOnlyList<GoCandidate>>(() => Locate(root: null)),
            SnapshotMaterials(),
            isOffline || Settings.Offline || Settings.Downloads == GoDownloads.Never ? null : FetchAsync,
            Options.Logger
        );

    // Where snapshots are kept.
    private SnapshotMaterials SnapshotMaterials() => new(SnapshotLayout);

    // As an installation would fetch it, but into a directory that the caller names.
    private async Task<GoDelivery> FetchAsync(GoVersion version, GoPlatform platform, string directory, CancellationToken cancel)
    {
        var wanted = GoVersionSpec.Exactly(version);
        var failures = new List<GoSourceFailure>();
        foreach (var source in platform == Options.Host.Platform ? Sources() : [])
        {
            try
            {
                RequireReachable(source);
                Report(GoProgressPhase.Resolving, source.Name);
                var release = await ResolveAsync(source, wanted, cancel).ConfigureAwait(false);
                var progress = new NamedProgress(Options.Progress, release.ToolchainName, source.Name);
                Directory.CreateDirectory(_layout.Downloads);
                var context = new GoDeliveryContext(directory, _layout.Downloads, progress, Options.Logger);
                return await source.DeliverAsync(release, context, cancel).ConfigureAwait(false);
            }
            catch (GoToolchainException e) when (e.Code.ExitCode == GoErrorCodes.NoSource.ExitCode)
            {
                failures.Add(new GoSourceFailure(source.Name, e.Code, e.Message));
            }
        }

        throw MissingGo.NoSource(wanted, failures);
    }

    private static string? ToSpec(string? spec) => spec is not null && Path.IsPathFullyQualified(spec) ? "path:" + spec : spec;
}
