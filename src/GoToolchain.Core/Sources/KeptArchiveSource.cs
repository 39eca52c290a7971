using GoToolchain.Sources.Downloads;
using GoToolchain.Sources.Feeds;
using GoToolchain.Store;

namespace GoToolchain.Sources;

/// <summary>The archives of earlier downloads, for those whose digest is known from elsewhere: they are verified like any other.</summary>
/// <param name="downloads">The download directory of the store.</param>
internal sealed class KeptArchiveSource(string downloads) : IArchiveSource
{
    /// <inheritdoc/>
    public string Name => "downloads";

    /// <inheritdoc/>
    public bool NeedsNetwork => false;

    /// <summary>Nothing: what lies there is only used when it is asked for with its digest.</summary>
    public Task<IReadOnlyList<GoRelease>> ListAsync(GoPlatform platform, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<GoRelease>>([]);

    /// <inheritdoc/>
    public async Task<GoDelivery> DeliverAsync(GoRelease release, GoDeliveryContext context, CancellationToken cancel)
    {
        var file = Path.Combine(downloads, release.FileName);
        if (!File.Exists(file))
        {
            throw new GoToolchainException(GoErrorCodes.SourceUnavailable, "No earlier download has left that archive.");
        }

        try
        {
            var expected = new ArchiveExpectation(release.FileName, file, release.Size, release.Digest);
            var archive = await ArchiveFile.ReceiveAsync(file, expected, context, cancel).ConfigureAwait(false);
            return new GoDelivery(archive.Root, GoTrust.Unverified, file, file, archive.Digest, archive.Manifest);
        }
        catch (GoToolchainException e) when (e.IsBadContent)
        {
            // It stays for whoever wants another one of that name: the source that comes next replaces it.
            throw new GoToolchainException(
                GoErrorCodes.SourceUnavailable,
                "The archive of an earlier download is another one.",
                file,
                inner: e
            );
        }
    }
}
