using GoToolchain.Locating;

namespace GoToolchain.Sources;

/// <summary>Finds the archives to pin: of one version, from one source, for every platform.</summary>
/// <param name="sources">The sources, in order.</param>
/// <param name="platforms">The platforms.</param>
internal sealed class LockResolution(IReadOnlyList<IGoSource> sources, IReadOnlyList<GoPlatform> platforms)
{
    /// <summary>Finds the newest version that fits and that a source has for all platforms.</summary>
    /// <param name="spec">What is wanted.</param>
    /// <param name="require">Throws when a source must not be asked.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="GoToolchainException">No source has one; each with its reason.</exception>
    public async Task<IReadOnlyList<GoLockedToolchain>> ResolveAsync(
        GoVersionSpec spec,
        Action<IGoSource> require,
        CancellationToken cancel
    )
    {
        if (spec.Kind is GoVersionSpecKind.System or GoVersionSpecKind.Path)
        {
            throw new GoToolchainException(
                GoErrorCodes.InvalidVersion,
                $"`{spec}` names a Go that is not managed, so it cannot be pinned.",
                nextStep: "Name a version, for example `1.24`."
            );
        }

        var failures = new List<GoSourceFailure>();
        foreach (var source in sources)
        {
            try
            {
                require(source);
                return await ResolveAsync(source, spec, cancel).ConfigureAwait(false);
            }
            catch (GoToolchainException e) when (e.Code.ExitCode == GoErrorCodes.NoSource.ExitCode)
            {
                failures.Add(new GoSourceFailure(source.Name, e.Code, e.Message));
            }
        }

        throw MissingGo.NoSource(spec, failures);
    }

    private async Task<IReadOnlyList<GoLockedToolchain>> ResolveAsync(IGoSource source, GoVersionSpec spec, CancellationToken cancel)
    {
        if (source is not IArchiveSource)
        {
            throw new GoToolchainException(GoErrorCodes.NoSource, "It does not serve Go's own archives, so there is no SHA-256 to pin.");
        }

        var offers = new List<IReadOnlyList<GoRelease>>();
        foreach (var platform in platforms)
        {
            var offered = await source.ListAsync(platform, cancel).ConfigureAwait(false);
            var pinnable = offered.Where(r => r is { Digest: not null, Size: > 0 }).ToList();
            offers.Add(
                pinnable.Exists(r => spec.Accepts(r.Version))
                    ? pinnable
                    : throw new GoToolchainException(GoErrorCodes.NoSource, $"For {platform}: {MissingGo.NotOffered(spec, pinnable)}")
            );
        }

        var common = offers[0].Select(r => r.Version).Where(v => offers.TrueForAll(o => o.Any(r => r.Version == v)));
        var version =
            spec.Choose(common)
            ?? throw new GoToolchainException(
                GoErrorCodes.NoSource,
                $"No version that fits `{spec}` is there for all of {string.Join(", ", platforms)}."
            );
        return
        [
            .. offers
                .Select(o => o.First(r => r.Version == version))
                .Select(r => new GoLockedToolchain(r.Version, r.Platform, r.FileName, r.Size!.Value, r.Digest!.Value)),
        ];
    }
}
