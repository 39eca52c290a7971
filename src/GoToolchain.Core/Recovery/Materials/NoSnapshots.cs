namespace GoToolchain.Recovery.Materials;

/// <summary>For a machine without snapshots.</summary>
internal sealed class NoSnapshots : ISnapshotMaterials
{
    /// <inheritdoc/>
    public IEnumerable<IRepairMaterial> Find(string root, GoVersion? version, GoPlatform platform) => [];
}
