using System.Diagnostics;
using GoToolchain.Recovery.Content;
using GoToolchain.Recovery.Journal;
using GoToolchain.Recovery.Materials;
using GoToolchain.Store;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Recovery.Repair;

/// <summary>Diagnosis, plan, journal, work: mends one tree. Its caller holds the lock of the tree.</summary>
/// <param name="subject">The tree.</param>
/// <param name="layout">The store.</param>
/// <param name="host">The machine.</param>
/// <param name="materials">Where files can be had.</param>
/// <param name="options">How.</param>
/// <param name="logger">Where to log.</param>
internal sealed class TreeRepair(
    RepairSubject subject,
    StoreLayout layout,
    HostMachine host,
    MaterialCatalog materials,
    RepairOptions options,
    ILogger logger
)
{
    // From one round to the next a directory may have been opened, and what was wrong in it be seen for the first time.
    private const int MostRounds = 3;

    private readonly RepairJournals _journals = new(layout);
    private readonly ContentReferences _references = new(layout, materials);
    private bool _hasChanged;

    /// <summary>Says what would be done. Changes nothing.</summary>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="GoToolchainException">Nothing tells how the tree should be.</exception>
    public RepairPlan Plan(CancellationToken cancel)
    {
        var pending = _journals.Find(subject.Key);
        var reference = pending is { } p ? Of(p.Journal, p.Manifest) : _references.Find(subject, cancel) ?? throw NothingKnown(subject);
        var comparison = reference.ToOptions(options.Deep);
        var content = ContentCheck.Compare(subject.Root, reference.Manifest, comparison, cancel);
        var place = RepairPlace.For(subject, layout, host);
        var work = FileWork.Of(content, reference.Manifest, comparison);
        return RepairPlanner.Plan(
            subject,
            reference,
            content,
            work,
            IsWhole(work, reference.Manifest, place),
            [.. MaterialsFor(place)]
        ) with
        {
            Resumes = pending is not null,
        };
    }

    /// <summary>Mends it.</summary>
    /// <param name="cancel">Ends it before the tree is changed.</param>
    /// <exception cref="GoToolchainException">Nothing tells how the tree should be, or it cannot be written.</exception>
    public async Task<RepairReport> RunAsync(CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var pending = Resume();
        var place = RepairPlace.For(subject, layout, host);
        try
        {
            var reference = pending ?? _references.Find(subject, cancel) ?? await AskSourcesAsync(place, cancel).ConfigureAwait(false);
            var comparison = reference.ToOptions(options.Deep);
            var known = host.Clock.GetUtcNow();
            var before = ContentCheck.Compare(subject.Root, reference.Manifest, comparison, cancel);
            var report = new RepairReport(subject.Root, [])
            {
                Version = subject.Version,
                Platform = subject.Platform,
                ComparedWith = reference.Name,
                Before = before,
                After = before,
                Resumed = pending is not null,
                Duration = TimeSpan.Zero,
            };
            var wantsWhole = options.Whole && pending is null;
            for (var round = 0; round < MostRounds && report.Unavailable.Count == 0 && (wantsWhole || !report.After!.IsSame); round++)
            {
                var work = FileWork.Of(report.After!, reference.Manifest, comparison);
                var isWhole = wantsWhole || IsWhole(work, reference.Manifest, place);
                Begin(place, reference, isWhole, work);
                report = isWhole
                    ? await RebuildAsync(report, place, reference, work, cancel).ConfigureAwait(false)
                    : await MendAsync(report, place, reference, work, cancel).ConfigureAwait(false);
                // What was the same before, and what was proved while it was written, is read again only if it has changed since.
                var again = comparison with
                {
                    Deep = false,
                    KnownGoodAt = report.IsWhole ? host.Clock.GetUtcNow() : known,
                };
                report = report with { After = ContentCheck.Compare(subject.Root, reference.Manifest, again, cancel) };
                wantsWhole = false;
            }

            Remember(reference, report);
            End(place);
            RepairLog.Repaired(logger, subject.Root, report.Actions.Count, report.Bytes);
            return report with { Duration = Stopwatch.GetElapsedTime(started), Quarantine = new Quarantine(place.Quarantine).Used };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(e);
        }
        finally
        {
            Sweep(place);
            // Of a repair that has changed nothing there is nothing to finish.
            if (!_hasChanged && pending is null)
            {
                _journals.Remove(subject.Key);
            }
        }
    }

    // Makes order after a kill; then everything is compared and planned anew, with the manifest that was right then.
    private ContentReference? Resume()
    {
        if (_journals.Find(subject.Key) is not { } pending)
        {
            return null;
        }

        RepairLog.Resumes(logger, subject.Root);
        var (journal, manifest) = pending;
        var place = new RepairPlace(journal.Staging, journal.Quarantine);
        try
        {
            if (journal.IsWhole)
            {
                new WholeRepair(subject.Root, place).Resume(journal.Kept, manifest);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(e);
        }

        Sweep(place);
        return Of(journal, manifest);
    }

    private static ContentReference Of(RepairJournal journal, Manifest manifest) => new(manifest, journal.Basis, journal.ComparedWith);

    private bool IsWhole(FileWork work, Manifest manifest, RepairPlace place) =>
        FileState.Of(subject.Root).Kind != FileStateKind.Directory
        || (
            place.IsBeside(subject.Root)
            && (options.Whole || work.Restore.Count > manifest.Entries.Count / 2 || work.Bytes > manifest.Bytes * 2 / 3)
        );

    private IEnumerable<IRepairMaterial> MaterialsFor(RepairPlace place) => materials.For(subject, place);

    private void Begin(RepairPlace place, ContentReference reference, bool isWhole, FileWork work)
    {
        var journal = new RepairJournal
        {
            Root = subject.Root,
            Version = subject.Version?.ToString(),
            Platform = subject.Platform.ToString(),
            IsWhole = isWhole,
            Staging = place.Staging,
            Quarantine = place.Quarantine,
            Kept = isWhole ? [.. work.Kept] : [],
            Basis = reference.Basis,
            ComparedWith = reference.Name,
            StartedAt = host.Clock.GetUtcNow(),
        };
        _journals.Write(subject.Key, journal, reference.Manifest);
    }

    private async Task<RepairReport> MendAsync(
        RepairReport report,
        RepairPlace place,
        ContentReference reference,
        FileWork work,
        CancellationToken cancel
    )
    {
        var repair = new FileRepair(subject.Root, place);
        var (unavailable, failure) = await repair
            .RunAsync(work, MaterialsFor(place), () => _hasChanged = true, cancel)
            .ConfigureAwait(false);
        return report with { Actions = [.. report.Actions, .. repair.Done], Unavailable = unavailable, Sources = failure?.Sources ?? [] };
    }

    private async Task<RepairReport> RebuildAsync(
        RepairReport report,
        RepairPlace place,
        ContentReference reference,
        FileWork work,
        CancellationToken cancel
    )
    {
        var repair = new WholeRepair(subject.Root, place);
        List<IRepairMaterial> all = [.. MaterialsFor(place)];
        if (work.Restore.Count < reference.Manifest.Entries.Count)
        {
            // Where another version was unpacked over it, what is the same in both has the times of the other one.
            var isIntact = work.Restore.Count == 0;
            var at = isIntact ? 0 : all.FindLastIndex(m => m.Cost == 0 && m is TreeMaterial) + 1;
#pragma warning disable CA2000 // Whoever takes files from it disposes of it.
            all.Insert(at, new TreeMaterial(subject.Root, "the old tree"));
#pragma warning restore CA2000
        }

        var (origins, unavailable, failure) = await repair.BuildAsync(reference.Manifest, all, cancel).ConfigureAwait(false);
        if (unavailable.Count > 0)
        {
            return report with { Unavailable = unavailable, Sources = failure?.Sources ?? [] };
        }

        cancel.ThrowIfCancellationRequested();
        var ready = host.Clock.GetUtcNow();
        _hasChanged = true;
        repair.Exchange(work.Kept, reference.Manifest);
        if (reference.Basis == ContentBasis.Adopted)
        {
            new AdoptedTrees(layout).Write(subject.Root, subject.Version!, subject.Platform, reference.Manifest, ready);
        }

        var action = new RepairAction(RepairActionKind.RebuildTree, "", $"Made the tree anew from {string.Join(", ", origins)}.")
        {
            Bytes = reference.Manifest.Bytes,
            Source = string.Join(", ", origins),
        };
        return report with { Actions = [.. report.Actions, action], IsWhole = true };
    }

    // Where nothing here tells how the tree should be, the release itself does.
    private async Task<ContentReference> AskSourcesAsync(RepairPlace place, CancellationToken cancel)
    {
        if (!materials.IsOnline || subject.Version is null)
        {
            throw NothingKnown(subject);
        }

        Directory.CreateDirectory(place.Staging);
        foreach (var source in MaterialsFor(place).OfType<SourceMaterial>())
        {
            await source.PrepareAsync([], cancel).ConfigureAwait(false);
            if (source.Manifest is not { } manifest)
            {
                throw source.Failure!;
            }

            if (SameBuild.MayBe(subject.Root, manifest, cancel))
            {
                // It is asked for the files once more; what it has fetched lies in the downloads then.
                return new ContentReference(manifest, ContentBasis.Sources, source.Delivery!.From);
            }

            throw new GoToolchainException(
                GoErrorCodes.NotRepairable,
                $"{source.Delivery!.From} has another build of Go {subject.Version} than {subject.Root}, so that files of it would not fit.",
                subject.Root,
                $"Install that one beside it with `gotoolchain install {subject.Version}`."
            );
        }

        throw NothingKnown(subject);
    }

    // A tree in the store gets the manifest that it has lost; and one that was made anew is known to be right from now on.
    private void Remember(ContentReference reference, RepairReport report)
    {
        if (subject.Toolchain is { } name && report.After!.IsSame && (reference.Basis != ContentBasis.Installed || report.IsWhole))
        {
            Directory.CreateDirectory(layout.Manifests);
            StoreFile.Write(layout, name, layout.Manifest(name), reference.Manifest.ToBytes());
        }
    }

    private void End(RepairPlace place)
    {
        Sweep(place);
        _journals.Remove(subject.Key);
    }

    private void Sweep(RepairPlace place)
    {
        try
        {
            if (Directory.Exists(place.Staging))
            {
                Directory.Delete(place.Staging, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            RepairLog.LeftBehind(logger, place.Staging, e);
        }
    }

    /// <summary>Nothing on this machine tells how a tree should be.</summary>
    /// <param name="subject">The tree.</param>
    public static GoToolchainException NothingKnown(RepairSubject subject) =>
        subject.Version is null
            ? new GoToolchainException(
                GoErrorCodes.NotRepairable,
                "Nothing tells which Go this was: neither its files, nor its name, nor a manifest or snapshot of it.",
                subject.Root,
                "Use another Go with `gotoolchain recover`, or install one with `gotoolchain install`."
            )
            : new GoToolchainException(
                GoErrorCodes.NothingToCompareWith,
                $"Nothing on this machine tells what the files of this Go {subject.Version} should hold: no manifest, no other tree of that build, no snapshot, no archive.",
                subject.Root,
                $"Compare it with the public log by `gotoolchain verify --log`, fetch the release with `gotoolchain install {subject.Version}`, or, when it is known to be right, keep its state with `gotoolchain verify --adopt`."
            );

    private GoToolchainException NotWritable(Exception e) =>
        new(
            GoErrorCodes.TreeNotWritable,
            $"The tree, or the store, cannot be written: {e.Message.TrimEnd('.')}.",
            subject.Root,
            "Let the owner of the tree repair it, or use another Go with `gotoolchain recover`.",
            e
        );
}
