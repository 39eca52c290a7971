using GoToolchain.Sources.Downloads;
using GoToolchain.Sources.Http;
using GoToolchain.Store;

namespace GoToolchain.Sources.Feeds;

/// <summary>
/// A release feed shaped like that of go.dev, in one or more places. The first place that answers gives the index, and with it the digests; an
/// archive comes from the first place that has it, and must fit that digest. Without an index, a <c>.sha256</c> of one place vouches for the
/// archive of another.
/// </summary>
/// <param name="name">The name of the source.</param>
/// <param name="places">Where it is, in order. At least one.</param>
/// <param name="rules">What places may do.</param>
internal sealed partial class FeedSource(string name, IReadOnlyList<IFeedPlace> places, GoMirrorRules rules = GoMirrorRules.None)
    : IArchiveSource,
        IExactSource
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

        var (vouchedBy, failures, able) = await ServersAsync(release, cancel).ConfigureAwait(false);
        foreach (var place in await OrderAsync(able, release.FileName, context, cancel).ConfigureAwait(false))
        {
            try
            {
                var (archive, from) = await place.ReceiveAsync(release, context, cancel).ConfigureAwait(false);
                return new GoDelivery(archive.Root, GoTrust.FeedChecksum, from, vouchedBy, archive.Digest, archive.Manifest);
            }
            catch (GoToolchainException e) when (IsFaultOfPlace(e))
            {
                failures[place] = e;
                Staging.Clear(context.StagingDirectory);
            }
        }

        throw Combine($"{release.FileName} could not be had from any of {failures.Count} places.", failures);
    }

    // Who vouches for the archive, who has failed already, and who may serve it.
    private async Task<(
        string VouchedBy,
        Dictionary<IFeedPlace, GoToolchainException> Failures,
        IReadOnlyList<IFeedPlace> Able
    )> ServersAsync(GoRelease release, CancellationToken cancel)
    {
        if (release.PinnedBy is { } lockFile)
        {
            // With a digest from elsewhere the index has nothing to say.
            return (lockFile, [], places);
        }

        if (_found.TryGetValue(release.FileName, out var witness))
        {
            return ($"{witness.Address} ({release.FileName}.sha256)", [], MayServe(witness));
        }

        var listing = await ReadAsync(cancel).ConfigureAwait(false);
        var failures = listing.Failures.ToDictionary();
        // A place without an index may still have the archive; one that does not answer has nothing.
        return (listing.Place.Address, failures, [.. places.Where(p => !failures.TryGetValue(p, out var e) || HasAnswered(e))]);
    }

    private async Task<Listing> ReadAsync(CancellationToken cancel)
    {
        // Two callers at once may both ask: the same answer twice does no harm.
        if (_listing is { } known)
        {
            return known;
        }

        var failures = new Dictionary<IFeedPlace, GoToolchainException>();
        foreach (var place in places)
        {
            try
            {
                var index = await place.ReadIndexAsync(cancel).ConfigureAwait(false);
                return _listing = new Listing(place, index, failures);
            }
            catch (GoToolchainException e) when (IsFaultOfPlace(e))
            {
                failures[place] = e;
            }
        }

        throw Combine($"None of {places.Count} places could give its index.", failures);
    }

    private static bool IsFaultOfPlace(GoToolchainException e) =>
        e.Code == GoErrorCodes.SourceUnavailable
        || e.Code == GoErrorCodes.SourceMalformed
        || e.Code == GoErrorCodes.DigestMismatch
        || e.Code == GoErrorCodes.ArchiveRefused;

    private static bool HasAnswered(GoToolchainException e) =>
        e.InnerException is not HttpFailureException { Kind: HttpFailureKind.Unreachable or HttpFailureKind.Stalled };

    private static GoToolchainException Combine(string problem, Dictionary<IFeedPlace, GoToolchainException> failures)
    {
        if (failures.Count == 1)
        {
            return failures.Values.Single();
        }

        // Wrong bytes weigh more than none: they decide the exit code.
        var worst = failures.Values.MaxBy(e => e.Code.ExitCode)!;
        return new GoToolchainException(
            worst.Code,
            problem + string.Concat(failures.Select(f => $" {f.Key.Address}: {f.Value.Problem}")),
            nextStep: failures.Values.Last().NextStep,
            inner: worst
        );
    }

    private sealed record Listing(IFeedPlace Place, FeedIndex Index, IReadOnlyDictionary<IFeedPlace, GoToolchainException> Failures);
}
