using GoToolchain.Recovery.Content;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Materials;

/// <summary>Another tree on this machine. It may be damaged, or of another version: only files that are exactly right are taken from it.</summary>
/// <param name="root">GOROOT: absolute.</param>
/// <param name="name">For people.</param>
/// <param name="manifest">Every file that it is known to have; null: not known.</param>
internal sealed class TreeMaterial(string root, string name, Manifest? manifest = null) : IRepairMaterial
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public int Cost => 0;

    /// <inheritdoc/>
    public Manifest? Manifest => manifest;

    /// <inheritdoc/>
    public bool TryCopy(ManifestEntry entry, string target, CancellationToken cancel) =>
        VerifiedCopy.Try(Path.Combine(root, entry.Path), entry, target, cancel);

    /// <summary>It has a file of that name and size; whether it is the right one shows only when it is read.</summary>
    /// <param name="entry">The file that is wanted.</param>
    public bool MayHave(ManifestEntry entry) =>
        FileState.Of(Path.Combine(root, entry.Path)) is { Kind: FileStateKind.File } state && state.Size == entry.Size;

    /// <inheritdoc/>
    public void Dispose() { }
}
