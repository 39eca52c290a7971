namespace GoToolchain.Recovery.Materials;

/// <summary>The snapshots on this machine, as materials for a repair.</summary>
internal interface ISnapshotMaterials
{
    /// <summary>Snapshots that fit, the best first: of that GOROOT, then of any tree of the same version and platform, each newest first.</summary>
    /// <param name="root">The GOROOT: absolute, with links resolved where it still exists.</param>
    /// <param name="version">Its version; null when nothing says it any more: then only snapshots of that GOROOT fit.</param>
    /// <param name="platform">Its platform.</param>
    /// <returns>Opened only as they are taken; each is disposed of by the caller.</returns>
    IEnumerable<IRepairMaterial> Find(string root, GoVersion? version, GoPlatform platform);
}
