using GoToolchain.Recovery.Repair;
using GoToolchain.Sources;
using GoToolchain.Sources.Feeds;
using GoToolchain.Store;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Recovery.Materials;

/// <summary>Everything on this machine, and beyond, that the files of a tree can be taken from.</summary>
/// <param name="layout">The store.</param>
/// <param name="candidates">Every Go on this machine.</param>
/// <param name="snapshots">The snapshots.</param>
/// <param name="fetch">Fetches a release from the sources into a directory; null: offline.</param>
/// <param name="logger">Where to log.</param>
internal sealed class MaterialCatalog(
    StoreLayout layout,
    Lazy<IReadOnlyList<GoCandidate>> candidates,
    ISnapshotMaterials snapshots,
    Func<GoVersion, GoPlatform, string, CancellationToken, Task<GoDelivery>>? fetch,
    ILogger logger
)
{
    /// <summary>May the sources be asked?</summary>
    public bool IsOnline => fetch is not null;

    /// <summary>Other trees of the same release, usable ones first.</summary>
    /// <param name="subject">The tree that is looked at.</param>
    public IEnumerable<GoCandidate> SameRelease(RepairSubject subject) =>
        Others(subject)
            .Where(c =>
                c.Version is not null && c.Version.CompareTo(subject.Version) == 0 && (c.Platform ?? subject.Platform) == subject.Platform
            )
            .OrderByDescending(c => c.Verdict == GoVerdict.Usable);

    /// <summary>The snapshots that fit, the best first. The caller disposes of each.</summary>
    /// <param name="subject">The tree that is looked at.</param>
    public IEnumerable<IRepairMaterial> Snapshots(RepairSubject subject) => snapshots.Find(subject.Root, subject.Version, subject.Platform);

    /// <summary>The archive of an earlier download; null: there is none.</summary>
    /// <param name="subject">The tree that is looked at.</param>
    public string? ArchiveOf(RepairSubject subject)
    {
        if (subject.Version is null)
        {
            return null;
        }

        var receipt = Receipt.Read(layout.Receipt(subject.ReleaseName!));
        string?[] places = [Path.Combine(layout.Downloads, FeedIndex.FileName(subject.Version, subject.Platform)), receipt?.From];
        return places.FirstOrDefault(f =>
            f is not null
            && Path.IsPathFullyQualified(f)
            && (f.EndsWith(".tar.gz", StringComparison.Ordinal) || f.EndsWith(".zip", StringComparison.Ordinal))
            && File.Exists(f)
        );
    }

    /// <summary>All materials, the cheapest first; of those of one cost, the one that is most likely to have everything. The caller disposes of each.</summary>
    /// <param name="subject">The tree that is mended.</param>
    /// <param name="place">Where it is mended.</param>
    public IEnumerable<IRepairMaterial> For(RepairSubject subject, RepairPlace place)
    {
        var same = SameRelease(subject).ToList();
        foreach (var other in same)
        {
            yield return new TreeMaterial(other.ResolvedRoot, $"Go {other.Version} in {other.Root}");
        }

        foreach (var snapshot in Snapshots(subject))
        {
            yield return snapshot;
        }

        if (ArchiveOf(subject) is { } archive)
        {
            yield return new ArchiveMaterial(archive, () => NewDirectory(place, "archive"), logger);
        }

        // Most files of two patch releases are the same, but few of those that are damaged may be: so they are asked after what surely has all.
        foreach (var near in Others(subject).Where(c => c.Version?.Line == subject.Version?.Line).Except(same))
        {
            yield return new TreeMaterial(near.ResolvedRoot, $"Go {near.Version} in {near.Root}");
        }

        if (fetch is not null && subject.Version is { } version)
        {
            yield return new SourceMaterial(
                version,
                (directory, cancel) => fetch(version, subject.Platform, directory, cancel),
                () => NewDirectory(place, "sources"),
                logger
            );
        }
    }

    private IEnumerable<GoCandidate> Others(RepairSubject subject) =>
        candidates.Value.Where(c =>
            c.Verdict is GoVerdict.Usable or GoVerdict.Incomplete or GoVerdict.Mixed
            && c.ResolvedRoot != subject.Root
            && Directory.Exists(c.ResolvedRoot)
        );

    private static string NewDirectory(RepairPlace place, string name) =>
        Directory.CreateDirectory(Path.Combine(place.Staging, $"{name}-{Path.GetRandomFileName()}")).FullName;
}
