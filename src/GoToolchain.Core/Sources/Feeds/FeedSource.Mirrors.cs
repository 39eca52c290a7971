using System.Collections.Concurrent;

namespace GoToolchain.Sources.Feeds;

internal sealed partial class FeedSource
{
    // Which place vouches for an archive that no index lists.
    private readonly ConcurrentDictionary<string, IFeedPlace> _found = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<GoRelease?> FindAsync(GoVersion version, GoPlatform platform, CancellationToken cancel)
    {
        var file = FeedIndex.FileName(version, platform);
        foreach (var place in places)
        {
            try
            {
                var digest = await place.ReadDigestAsync(file, cancel).ConfigureAwait(false);
                if (MayServe(place).Count == 0)
                {
                    throw new GoToolchainException(
                        GoErrorCodes.DownloadsForbidden,
                        $"{place.Address} has no index, and the only SHA-256 for {file} is its own: who serves the archive would vouch for it.",
                        nextStep: "Name a second mirror, pin the archive with `gotoolchain lock`, or allow it with --mirror-rules own-sha256."
                    );
                }

                _found[file] = place;
                return new GoRelease(version, platform, name, file, Digest: digest);
            }
            catch (GoToolchainException e) when (IsFaultOfPlace(e))
            {
                // Not every mirror has these files; what is wrong with the index says what is wrong with the mirror.
            }
        }

        return null;
    }

    private IReadOnlyList<IFeedPlace> MayServe(IFeedPlace witness) =>
        rules.HasFlag(GoMirrorRules.OwnChecksum) ? places : [.. places.Where(p => p != witness)];

    // As they are listed; or first those that answer first, then those that do not.
    private async Task<IReadOnlyList<IFeedPlace>> OrderAsync(
        IReadOnlyList<IFeedPlace> able,
        string file,
        GoDeliveryContext context,
        CancellationToken cancel
    )
    {
        if (!rules.HasFlag(GoMirrorRules.Race) || able.Count < 2 || File.Exists(Path.Combine(context.DownloadDirectory, file)))
        {
            return able;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var probes = able.ToDictionary(p => ProbeAsync(p, file, end.Token));
        var racing = probes.Keys.ToList();
        while (racing.Count > 0)
        {
            var first = await Task.WhenAny(racing).ConfigureAwait(false);
            if (await first.ConfigureAwait(false))
            {
                await end.CancelAsync().ConfigureAwait(false);
                return [probes[first], .. able.Where(p => p != probes[first])];
            }

            racing.Remove(first);
        }

        cancel.ThrowIfCancellationRequested();
        return able;
    }

    private static async Task<bool> ProbeAsync(IFeedPlace place, string file, CancellationToken cancel)
    {
        try
        {
            await place.ProbeAsync(file, cancel).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is GoToolchainException or OperationCanceledException)
        {
            // It says so again when it is asked for the archive, or has lost the race.
            return false;
        }
    }
}
