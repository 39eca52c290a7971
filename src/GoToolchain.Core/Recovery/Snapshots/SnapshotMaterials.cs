using GoToolchain.Locating;
using GoToolchain.Recovery.Materials;

namespace GoToolchain.Recovery.Snapshots;

/// <summary>The snapshots of a store, for repairs.</summary>
/// <param name="layout">The store.</param>
internal sealed class SnapshotMaterials(SnapshotLayout layout) : ISnapshotMaterials
{
    public IEnumerable<IRepairMaterial> Find(string root, GoVersion? version, GoPlatform platform)
    {
        var resolved = new LinkResolver().Resolve(root) ?? root;
        return new SnapshotCatalog(layout)
            .All()
            .Select(s => (Snapshot: s, IsOfRoot: s.Record.Root == root || s.Record.ResolvedRoot == resolved))
            .Where(s =>
                version is null
                    ? s.IsOfRoot
                    : s.Snapshot.Record.Version == version.ToString() && s.Snapshot.Record.Platform == platform.ToString()
            )
            .OrderBy(s => s.IsOfRoot ? 0 : 1)
            .Select(s => new SnapshotMaterial(layout, s.Snapshot));
    }
}
