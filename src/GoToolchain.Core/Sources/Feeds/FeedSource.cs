using GoToolchain.Store;

namespace GoToolchain.Sources.Feeds;

/// <summary>
/// A release feed shaped like that of go.dev, in one or more places. The first place that answers gives the index, and with it the digests; an
/// archive comes from the first place that has it, and must fit that digest.
/// </summary>
/// <param name="name">The name of the source.</param>
/// <param name="places">Where it is, in order. At least one.</param>
internal sealed class FeedSource(string name, IReadOnlyList<IFeedPlace> places) : IArchiveSource
{
    private Listing? _listing;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public bool NeedsNetwork => places.All(p => p.NeedsNetwork);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<GoRelease>> ListAsync(GoPlatform platform, CancellationToken cancel)
    {
        var listing = await ReadAsync(cancel).ConfigureAwait(false);
        return listing.Index.For(platform, name);
    }

    /// <inheritdoc/>
    public async Task<GoDelivery> DeliverAsync(GoRelease release, GoDeliveryContext context, CancellationToken cancel)
    {
        if (release.Digest is null)
        {
            throw new GoToolchainException(
                GoErrorCodes.SourceUnavailable,
                $"The feed gives no SHA-256 for {release.FileName}, so nothing would vouch for it.",
                name,
                "Go's own feed has none for releases up to 1.5.2. Use a newer one, or `gotoolchain install --from FILE`."
            );
        }

        // With a digest from elsewhere the index has nothing to say.
        var listing = release.PinnedBy is null ? await ReadAsync(cancel).ConfigureAwait(false) : new Listing(0, null!, []);
        var failures = new List<(IFeedPlace Place, GoToolchainException Error)>(listing.Failures);
        foreach (var place in places.Skip(listing.Place))
        {
            try
            {
                var (archive, from) = await place.ReceiveAsync(release, context, cancel).ConfigureAwait(false);
                return new GoDelivery(
                    archive.Root,
                    GoTrust.FeedChecksum,
                    from,
                    places[listing.Place].Address,
                    archive.Digest,
                    archive.Manifest
                );
            }
            catch (GoToolchainException e) when (IsFaultOfPlace(e))
            {
                failures.Add((place, e));
                Staging.Clear(context.StagingDirectory);
            }
        }

        throw Combine($"{release.FileName} could not be had from any of {failures.Count} places.", failures);
    }

    private async Task<Listing> ReadAsync(CancellationToken cancel)
    {
        // Two callers at once may both ask: the same answer twice does no harm.
        if (_listing is { } known)
        {
            return known;
        }

        var failures = new List<(IFeedPlace, GoToolchainException)>();
        for (var i = 0; i < places.Count; i++)
        {
            try
            {
                var index = await places[i].ReadIndexAsync(cancel).ConfigureAwait(false);
                return _listing = new Listing(i, index, failures);
            }
            catch (GoToolchainException e) when (IsFaultOfPlace(e))
            {
                failures.Add((places[i], e));
            }
        }

        throw Combine($"None of {places.Count} places could give its index.", failures);
    }

    private static bool IsFaultOfPlace(GoToolchainException e) =>
        e.Code == GoErrorCodes.SourceUnavailable
        || e.Code == GoErrorCodes.SourceMalformed
        || e.Code == GoErrorCodes.DigestMismatch
        || e.Code == GoErrorCodes.ArchiveRefused;

    private static GoToolchainException Combine(string problem, IReadOnlyList<(IFeedPlace Place, GoToolchainException Error)> failures)
    {
        if (failures.Count == 1)
        {
            return failures[0].Error;
        }

        // Wrong bytes weigh more than none: they decide the exit code.
        var worst = failures.MaxBy(f => f.Error.Code.ExitCode).Error;
        return new GoToolchainException(
            worst.Code,
            problem + string.Concat(failures.Select(f => $" {f.Place.Address}: {f.Error.Problem}")),
            nextStep: failures[^1].Error.NextStep,
            inner: worst
        );
    }

    private sealed record Listing(int Place, FeedIndex Index, IReadOnlyList<(IFeedPlace, GoToolchainException)> Failures);
}
