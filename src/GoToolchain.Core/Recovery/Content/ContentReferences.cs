using GoToolchain.Recovery.Materials;
using GoToolchain.Recovery.Repair;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Content;

/// <summary>Finds what tells how a tree should be: the best witness that this machine has.</summary>
/// <param name="layout">The store.</param>
/// <param name="materials">Other trees, snapshots and archives.</param>
internal sealed class ContentReferences(StoreLayout layout, MaterialCatalog materials)
{
    /// <summary>Finds it.</summary>
    /// <param name="subject">The tree.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Null when nothing on this machine tells.</returns>
    public ContentReference? Find(RepairSubject subject, CancellationToken cancel) =>
        Installed(subject)
        ?? Adopted(subject)
        ?? All(subject, cancel).FirstOrDefault(r => SameBuild.MayBe(subject.Root, r.Manifest, cancel));

    private ContentReference? Installed(RepairSubject subject)
    {
        var file = subject.Toolchain is { } name ? layout.Manifest(name) : null;
        return file is not null && Manifest.Read(file) is { Entries.Count: > 0 } manifest
            ? new ContentReference(manifest, ContentBasis.Installed, "the manifest of its installation")
            {
                KnownGoodAt = File.GetLastWriteTimeUtc(file),
            }
            : null;
    }

    private ContentReference? Adopted(RepairSubject subject)
    {
        var adopted = new AdoptedTrees(layout);
        return adopted.Find(subject.Root) is { } tree && adopted.ManifestOf(subject.Root) is { Entries.Count: > 0 } manifest
            ? new ContentReference(manifest, ContentBasis.Adopted, $"its state of {Words.Time(tree.AdoptedAt)}")
            {
                KnownGoodAt = tree.AdoptedAt,
            }
            : null;
    }

    // Made one by one: each costs more than the one before.
    private IEnumerable<ContentReference> All(RepairSubject subject, CancellationToken cancel)
    {
        if (subject.ReleaseName is not { } release)
        {
            yield break;
        }

        // A lean tree lacks what a whole one has.
        var isLean = Receipt.Read(layout.Receipt(release)) is { IsLean: true };
        if (release != subject.Toolchain && !isLean && Manifest.Read(layout.Manifest(release)) is { Entries.Count: > 0 } stored)
        {
            yield return new ContentReference(stored, ContentBasis.Store, $"{release} of the store");
        }

        foreach (var other in materials.SameRelease(subject).Where(c => c.Verdict == GoVerdict.Usable))
        {
            yield return new ContentReference(
                TreeManifest.Of(other.ResolvedRoot, cancel),
                ContentBasis.OtherTree,
                $"Go {other.Version} in {other.Root}"
            );
        }

        foreach (var snapshot in materials.Snapshots(subject))
        {
            using (snapshot)
            {
                if (snapshot.Manifest is { } manifest)
                {
                    yield return new ContentReference(manifest, ContentBasis.Snapshot, snapshot.Name);
                }
            }
        }

        if (materials.ArchiveOf(subject) is { } archive && ArchiveManifest.Read(archive, cancel) is { } packed)
        {
            yield return new ContentReference(packed, ContentBasis.Archive, archive);
        }
    }
}
