using GoToolchain.Sources;
using GoToolchain.Store;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Recovery.Materials;

/// <summary>The sources: the release is fetched once, as an installation would fetch it, and files are taken out of it.</summary>
/// <param name="version">The version.</param>
/// <param name="fetch">Fetches the whole release into an empty directory.</param>
/// <param name="staging">Makes such a directory.</param>
/// <param name="logger">Where to log.</param>
internal sealed class SourceMaterial(
    GoVersion version,
    Func<string, CancellationToken, Task<GoDelivery>> fetch,
    Func<string> staging,
    ILogger logger
) : IWholeMaterial
{
    private string? _root;

    /// <inheritdoc/>
    public string Name => $"the sources, for Go {version}";

    /// <inheritdoc/>
    public int Cost => 3;

    /// <inheritdoc/>
    public Manifest? Manifest { get; private set; }

    /// <summary>Why the sources could not serve it; null: they did, or were not asked.</summary>
    public GoToolchainException? Failure { get; private set; }

    /// <summary>Who served it; null: nobody yet.</summary>
    public GoDelivery? Delivery { get; private set; }

    /// <summary>Fetches the release.</summary>
    /// <param name="wanted">The files.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task PrepareAsync(IReadOnlyCollection<ManifestEntry> wanted, CancellationToken cancel)
    {
        if (_root is not null || Failure is not null)
        {
            return;
        }

        try
        {
            _root = (await UnpackAsync(staging(), cancel).ConfigureAwait(false)).Root;
        }
        catch (GoToolchainException e)
        {
            Failure = e;
            RepairLog.SourcesFailed(logger, version.ToString(), e);
        }
    }

    /// <inheritdoc/>
    public bool TryCopy(ManifestEntry entry, string target, CancellationToken cancel) =>
        _root is not null && VerifiedCopy.Try(Path.Combine(_root, entry.Path), entry, target, cancel);

    /// <inheritdoc/>
    public async Task<(string Root, Manifest Manifest)> UnpackAsync(string staging, CancellationToken cancel)
    {
        Delivery = await fetch(staging, cancel).ConfigureAwait(false);
        Manifest = Delivery.Manifest ?? TreeManifest.Of(Delivery.Root, cancel);
        return (Delivery.Root, Manifest);
    }

    /// <inheritdoc/>
    public void Dispose() { }
}
