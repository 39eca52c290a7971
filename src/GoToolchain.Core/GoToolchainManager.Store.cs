using System.Globalization;
using GoToolchain.Locating;
using GoToolchain.Store;

namespace GoToolchain;

public sealed partial class GoToolchainManager
{
    /// <summary>Removes toolchains from the store. Where a stable link leads to one of them, none is removed.</summary>
    /// <param name="spec">Which: a version, a line or a range.</param>
    /// <param name="cancel">Ends the wait for a lock.</param>
    /// <returns>The roots that were removed.</returns>
    /// <exception cref="GoToolchainException">None fits (<c>GOTC1004</c>), or one cannot be removed (<c>GOTC2009</c>).</exception>
    public async Task<IReadOnlyList<string>> UninstallAsync(string spec, CancellationToken cancel = default)
    {
        var wanted = Resolve(spec);
        var doomed = Locate().Where(c => c.IsManaged && c.Version is { } version && wanted?.Accepts(version) == true).ToList();
        if (doomed.Count == 0)
        {
            throw MissingGo.NotFound(wanted, place: null, WhyNot(wanted, GoPreference.OnlyManaged), offers: null);
        }

        var names = doomed.ConvertAll(NameOf);
        names.ForEach(_store.RequireNoLink);
        foreach (var name in names)
        {
            await _store.UninstallAsync(name, cancel).ConfigureAwait(false);
        }

        return names.ConvertAll(_layout.Toolchain);
    }

    /// <summary>
    /// Removes old toolchains from the store, what killed processes left in it, and the archives of toolchains that are not installed. A
    /// toolchain to which a link or <c>PATH</c> leads stays. Without count and age no toolchain is removed.
    /// </summary>
    /// <param name="options">What to remove.</param>
    /// <param name="cancel">Ends the wait for a lock.</param>
    /// <exception cref="GoToolchainException">The store cannot be written, or a toolchain not removed.</exception>
    public async Task<GoPruneReport> PruneAsync(GoPruneOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        StoreVersion.RequireWritable(_layout);
        var managed = Locate(root: null).Where(c => c.IsManaged).OrderByDescending(c => c.Version).ToList();
        var decided = managed.ConvertAll(c => Judge(c, managed, options));
        long bytes = 0;
        foreach (var toolchain in decided.Where(d => d.IsRemoved))
        {
            var name = Path.GetFileName(toolchain.Root);
            bytes += Receipt.Read(_layout.Receipt(name))?.Bytes ?? 0;
            if (!options.DryRun)
            {
                await _store.UninstallAsync(name, cancel).ConfigureAwait(false);
            }
        }

        var archives = _store.Tidy(options.OlderThan ?? TimeSpan.Zero, options.DryRun);
        return new GoPruneReport(decided, [.. archives.Select(f => f.File)], bytes + archives.Sum(f => f.Bytes));
    }

    /// <summary>
    /// Lets a stable link lead to a Go of the store, which is installed when it is missing. The link is changed in one step: it never leads nowhere, and
    /// while it is there its Go is not removed.
    /// </summary>
    /// <param name="link">Where: absolute. Nothing, or a link to a Go. On Windows it becomes a junction.</param>
    /// <param name="spec">The wanted version; null: what the project says, else the newest stable one.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.LinkRefused"/>, or nothing could be installed.</exception>
    public async Task<GoInstallation> LinkAsync(string link, string? spec = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        if (!Path.IsPathFullyQualified(link))
        {
            throw new GoToolchainException(GoErrorCodes.InvalidSetting, $"The link `{link}` is not an absolute path.");
        }

        link = Path.TrimEndingDirectorySeparator(Path.GetFullPath(link));
        while (true)
        {
            var go = await InstallAsync(spec, cancel: cancel).ConfigureAwait(false);
            var progress = Options.Progress ?? new Progress<GoProgress>();
            if (!go.Candidate.IsManaged)
            {
                throw new GoToolchainException(
                    GoErrorCodes.LinkRefused,
                    $"{go.Root} is not in the store, so a link to it could come to lead nowhere.",
                    link,
                    "Name a version instead of a GOROOT."
                );
            }

            if (await _store.LinkAsync(link, NameOf(go.Candidate), progress, cancel).ConfigureAwait(false))
            {
                return go;
            }

            // Somebody has removed it in between.
        }
    }

    /// <summary>
    /// Makes a NuGet package of a Go of the store, which is installed when it is missing: for the source <c>nuget</c>, where nothing but a package
    /// feed can be reached. The same toolchain gives the same bytes.
    /// </summary>
    /// <param name="directory">Where to put it: absolute.</param>
    /// <param name="spec">The wanted version; null: what the project says, else the newest stable one.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.CannotPack"/>, or nothing could be installed.</exception>
    public async Task<GoToolchainPackage> PackAsync(string directory, string? spec = null, CancellationToken cancel = default)
    {
        RequireAbsolute(directory);
        var go = await InstallAsync(spec, cancel: cancel).ConfigureAwait(false);
        return go.Candidate.IsManaged
            ? await _store
                .PackAsync(go.Version, go.Platform, directory, Options.Progress ?? new Progress<GoProgress>(), cancel)
                .ConfigureAwait(false)
            : throw new GoToolchainException(
                GoErrorCodes.CannotPack,
                "Only a Go of the store is packed.",
                go.Root,
                "Name a version instead of a GOROOT."
            );
    }

    /// <summary>
    /// As <see cref="PackAsync(string, string?, CancellationToken)"/>, for any platform. A Go of another platform than this machine's is obtained from
    /// the sources and verified as in an installation, packed, and not installed.
    /// </summary>
    /// <param name="directory">Where to put it: absolute.</param>
    /// <param name="platform">The platform.</param>
    /// <param name="spec">The wanted version; null: what the project says, else the newest stable one.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="GoToolchainException">
    /// <see cref="GoErrorCodes.CannotPack"/>, <see cref="GoErrorCodes.DownloadsForbidden"/>, or no source could serve it.
    /// </exception>
    public async Task<GoToolchainPackage> PackAsync(
        string directory,
        GoPlatform platform,
        string? spec = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(platform);
        if (platform == Options.Host.Platform)
        {
            return await PackAsync(directory, spec, cancel).ConfigureAwait(false);
        }

        RequireAbsolute(directory);
        var asked = Resolve(spec);
        var wanted = asked ?? s_stable;
        if (wanted.Kind is GoVersionSpecKind.System or GoVersionSpecKind.Path)
        {
            throw new GoToolchainException(
                GoErrorCodes.CannotPack,
                $"`{wanted}` is a Go of this machine, and this machine's platform is {Options.Host.Platform}, not {platform}.",
                nextStep: "Name a version instead."
            );
        }

        return Settings.Downloads == GoDownloads.Never
            ? throw MissingGo.DownloadsForbidden(wanted, Settings.Downloads, [])
            : await ObtainAsync(
                    wanted,
                    Pin(asked, platform),
                    platform,
                    Sources(),
                    (source, release, progress) => _store.PackAsync(source, release, directory, progress, cancel),
                    cancel
                )
                .ConfigureAwait(false);
    }

    private static void RequireAbsolute(string directory)
    {
        if (!Path.IsPathFullyQualified(directory))
        {
            throw new GoToolchainException(GoErrorCodes.InvalidSetting, $"The directory `{directory}` is not an absolute path.");
        }
    }

    private GoPrunedToolchain Judge(GoCandidate candidate, IReadOnlyList<GoCandidate> managed, GoPruneOptions options)
    {
        var name = NameOf(candidate);
        var newer = managed.Count(c => c.Platform == candidate.Platform && c.Version > candidate.Version);
        var installed = Receipt.Read(_layout.Receipt(name))?.InstalledAt;
        var age = Options.Host.Clock.GetUtcNow() - installed;
        var use = candidate.Origins.Zip(candidate.FoundAs).FirstOrDefault(f => f.First is not (GoOrigin.Store or GoOrigin.Explicit));
        var keep =
            options is { Keep: null, OlderThan: null } ? "neither a count nor an age is given"
            : newer < options.Keep ? $"it is one of the newest {options.Keep}"
            : _store.LinksTo(name) is [var link, ..] ? $"the link {link} leads to it"
            : use.Second is { } path ? $"{path} leads to it"
            : options.OlderThan is null ? null
            : installed is null ? "nothing says when it was installed"
            : age <= options.OlderThan ? $"it was installed on {Day(installed.Value)}"
            : null;
        var why = installed is { } day ? $"installed on {Day(day)}" : "without a receipt";
        return new GoPrunedToolchain(_layout.Toolchain(name), keep is null, keep ?? why);
    }

    // A link may have been seen first, and then its spelling is the candidate's.
    private static string NameOf(GoCandidate candidate) =>
        Path.GetFileName(candidate.FoundAs[candidate.Origins.ToList().IndexOf(GoOrigin.Store)]);

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
