using GoToolchain.Store;

namespace GoToolchain.Recovery.Materials;

/// <summary>A material that gives a whole tree faster than file by file.</summary>
internal interface IWholeMaterial : IRepairMaterial
{
    /// <summary>Puts the whole tree into a directory.</summary>
    /// <param name="staging">An existing directory; what comes of a failure is left in it.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The tree in it, and every file of it, hashed while it was written.</returns>
    /// <exception cref="GoToolchainException">It cannot be had.</exception>
    Task<(string Root, Manifest Manifest)> UnpackAsync(string staging, CancellationToken cancel);
}
