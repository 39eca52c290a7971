using GoToolchain.Locating;
using GoToolchain.Sources;
using GoToolchain.Telemetry;

namespace GoToolchain;

public sealed partial class GoToolchainManager
{
    // A version that an index of this age does not have is not asked for again.
    private static readonly TimeSpan s_youngIndex = TimeSpan.FromMinutes(10);

    private static readonly GoVersionSpec s_stable = GoVersionSpec.Parse("stable");

    /// <summary>Found or installed, and known to be usable.</summary>
    /// <param name="spec">The wanted version; null: what the project says, else any that is there, else the newest stable one.</param>
    /// <param name="cancel">Ends the work; partial work is removed or resumable.</param>
    /// <exception cref="GoToolchainException">Nothing fits and nothing could be installed; the details list why for each candidate and source.</exception>
    public async Task<GoInstallation> EnsureAsync(string? spec = null, CancellationToken cancel = default)
    {
        var wanted = Resolve(spec);
        if (Find(wanted, Settings.Preference) is { } found)
        {
            return found;
        }

        if (wanted?.Kind == GoVersionSpecKind.System || Settings.Preference == GoPreference.OnlySystem)
        {
            throw MissingGo.NotFound(wanted, Project?.SpecPlace, WhyNot(wanted, GoPreference.OnlySystem), offers: null);
        }

        if (Settings.Downloads != GoDownloads.Automatic)
        {
            throw MissingGo.DownloadsForbidden(wanted, Settings.Downloads, WhyNot(wanted, Settings.Preference));
        }

        return await InstallAsync(wanted ?? s_stable, Pin(wanted), force: false, lean: false, Sources(), cancel).ConfigureAwait(false);
    }

    /// <summary>Like <see cref="EnsureAsync"/>, but only from the store or by installation: a user's explicit wish.</summary>
    /// <param name="spec">The wanted version; null: what the project says, else the newest stable one.</param>
    /// <param name="force">Install even when it is there; the old tree stays usable until the new one replaces it.</param>
    /// <param name="fromFile">A release archive on this machine to install from, instead of any source: absolute; null: the sources.</param>
    /// <param name="lean">
    /// Without <c>api/</c>, <c>doc/</c> and <c>test/</c>, which no build needs: half of the files. What is installed already stays as it is, unless it
    /// is forced.
    /// </param>
    /// <param name="cancel">Ends the work; partial work is removed or resumable.</param>
    /// <exception cref="GoToolchainException">Nothing could be installed.</exception>
    public async Task<GoInstallation> InstallAsync(
        string? spec = null,
        bool force = false,
        string? fromFile = null,
        bool lean = false,
        CancellationToken cancel = default
    )
    {
        if (fromFile is not null)
        {
            var file = new ArchiveFileSource(fromFile);
            var source = SourceCatalog.WithSignatures(file, Settings, Options.Host);
            var exactly = GoVersionSpec.Exactly(file.Release.Version);
            return await InstallAsync(exactly, Pin(exactly), force, lean, [source], cancel).ConfigureAwait(false);
        }

        var asked = Resolve(spec);
        var wanted = asked ?? s_stable;
        if (wanted.Kind is GoVersionSpecKind.System or GoVersionSpecKind.Path)
        {
            throw new GoToolchainException(
                GoErrorCodes.InvalidVersion,
                $"`{wanted}` names a Go that is not managed, so it cannot be installed.",
                nextStep: "Name a version, for example `1.24`."
            );
        }

        var pin = Pin(asked);
        if (!force && Find(asked ?? (pin is null ? s_stable : null), GoPreference.OnlyManaged) is { } found)
        {
            return found;
        }

        return Settings.Downloads == GoDownloads.Never
            ? throw MissingGo.DownloadsForbidden(wanted, Settings.Downloads, WhyNot(wanted, GoPreference.OnlyManaged))
            : await InstallAsync(wanted, pin, force, lean, Sources(), cancel).ConfigureAwait(false);
    }

    /// <summary>What the sources offer for this machine.</summary>
    /// <param name="spec">Only versions that fit; null: all.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Newest first, and for each source that could not answer, why.</returns>
    public Task<GoReleaseList> ListReleasesAsync(string? spec = null, CancellationToken cancel = default) =>
        AskSourcesAsync(spec is null ? null : Resolve(spec), cancel);

    private IReadOnlyList<IGoSource> Sources() =>
        SourceCatalog.Create(Settings, Options.Host, _layout, Options.Logger, projectDirectory: Options.ProjectDirectory);

    private Task<GoInstallation> InstallAsync(
        GoVersionSpec wanted,
        GoLockedToolchain? pin,
        bool force,
        bool lean,
        IReadOnlyList<IGoSource> sources,
        CancellationToken cancel
    ) =>
        Observed.RunAsync(
            OperationKind.Install,
            operation =>
            {
                operation?.Note("gotoolchain.spec", wanted.ToString());
                return ObtainAsync(
                    wanted,
                    pin,
                    Options.Host.Platform,
                    sources,
                    async (source, release, progress) =>
                    {
                        var now = await _store.InstallAsync(source, release, force, lean, progress, cancel).ConfigureAwait(false);
                        return new GoInstallation(Inspect(release.ToolchainName), Options.Host, now);
                    },
                    cancel,
                    operation
                );
            },
            Descriptions.Installed
        );

    // From the first source that has it, and lets it be taken.
    private async Task<T> ObtainAsync<T>(
        GoVersionSpec wanted,
        GoLockedToolchain? pin,
        GoPlatform platform,
        IReadOnlyList<IGoSource> sources,
        Func<IGoSource, GoRelease, IProgress<GoProgress>, Task<T>> take,
        CancellationToken cancel,
        Operation? operation = null
    )
    {
        var failures = new List<GoSourceFailure>();
        foreach (var source in pin is null ? sources : [new KeptArchiveSource(_layout.Downloads), .. sources])
        {
            try
            {
                RequireReachable(source);
                Report(GoProgressPhase.Resolving, source.Name);
                var release = pin is null
                    ? await ResolveAsync(source, wanted, platform, cancel).ConfigureAwait(false)
                    : Pinned(source, pin);
                var progress = new NamedProgress(Options.Progress, release.ToolchainName, source.Name, operation);
                var taken = await take(source, release, progress).ConfigureAwait(false);
                operation?.Tag("gotoolchain.source", source.Name.Split(':')[0]);
                progress.Finish();
                return taken;
            }
            catch (GoToolchainException e) when (e.Code.ExitCode == GoErrorCodes.NoSource.ExitCode)
            {
                failures.Add(new GoSourceFailure(source.Name, e.Code, e.Message));
            }
            catch (GoToolchainException e) when (pin is not null && e.Code == GoErrorCodes.DigestMismatch)
            {
                throw LockFailure.Mismatch(LockFile!, pin, e);
            }
        }

        throw MissingGo.NoSource(wanted, failures);
    }

    private static async Task<GoRelease> ResolveAsync(IGoSource source, GoVersionSpec wanted, GoPlatform platform, CancellationToken cancel)
    {
        IReadOnlyList<GoRelease> offered;
        try
        {
            offered = await source.ListAsync(platform, cancel).ConfigureAwait(false);
        }
        catch (GoToolchainException e)
            when (source is IExactSource && wanted.Kind == GoVersionSpecKind.Exact && e.Code.ExitCode == GoErrorCodes.NoSource.ExitCode)
        {
            // No index is needed to find the archive of one version.
            return await FindExactlyAsync((IExactSource)source, wanted.Version!, platform, e, cancel).ConfigureAwait(false);
        }

        var version = wanted.Choose(offered.Select(r => r.Version));
        if (version is null && source is IRefreshableSource kept && await kept.RefreshAsync(s_youngIndex, cancel).ConfigureAwait(false))
        {
            offered = await source.ListAsync(platform, cancel).ConfigureAwait(false);
            version = wanted.Choose(offered.Select(r => r.Version));
        }

        return version is null
            ? throw new GoToolchainException(GoErrorCodes.NoSource, MissingGo.NotOffered(wanted, offered))
            : offered.First(r => r.Version == version);
    }

    private static async Task<GoRelease> FindExactlyAsync(
        IExactSource source,
        GoVersion version,
        GoPlatform platform,
        GoToolchainException noIndex,
        CancellationToken cancel
    )
    {
        try
        {
            return await source.FindAsync(version, platform, cancel).ConfigureAwait(false)
                ?? throw new GoToolchainException(noIndex.Code, noIndex.Problem, noIndex.Place, noIndex.NextStep, noIndex);
        }
        catch (GoToolchainException e) when (e.Code == GoErrorCodes.DownloadsForbidden)
        {
            throw new GoToolchainException(e.Code, $"{noIndex.Problem} {e.Problem}", noIndex.Place, e.NextStep, noIndex);
        }
    }

    private async Task<GoReleaseList> AskSourcesAsync(GoVersionSpec? spec, CancellationToken cancel)
    {
        var releases = new List<GoRelease>();
        var failures = new List<GoSourceFailure>();
        foreach (var source in Sources())
        {
            try
            {
                RequireReachable(source);
                Report(GoProgressPhase.Resolving, source.Name);
                var offered = await source.ListAsync(Options.Host.Platform, cancel).ConfigureAwait(false);
                var fitting = offered.Where(r => spec?.Accepts(r.Version) ?? true).ToList();
                releases.AddRange(fitting);
                if (fitting.Count == 0)
                {
                    failures.Add(new GoSourceFailure(source.Name, GoErrorCodes.NoSource, MissingGo.NotOffered(spec, offered)));
                }
            }
            catch (GoToolchainException e) when (e.Code.ExitCode == GoErrorCodes.NoSource.ExitCode)
            {
                failures.Add(new GoSourceFailure(source.Name, e.Code, e.Message));
            }
        }

        return new GoReleaseList([.. releases.OrderByDescending(r => r.Version)], failures);
    }

    private void RequireReachable(IGoSource source)
    {
        if (Settings.Offline && source.NeedsNetwork)
        {
            throw new GoToolchainException(GoErrorCodes.DownloadsForbidden, "It needs the network, and the settings say offline.");
        }
    }

    private void Report(GoProgressPhase phase, string detail) => Options.Progress?.Report(new GoProgress(phase, Detail: detail));

    private sealed class NamedProgress(IProgress<GoProgress>? inner, string toolchain, string source, Operation? operation = null)
        : IProgress<GoProgress>
    {
        private long _received;

        public void Report(GoProgress value)
        {
            inner?.Report(value with { Toolchain = toolchain, Detail = value.Detail ?? source });
            if (operation is not null)
            {
                operation.Enter(value.Phase.ToString());
                _received = value.Phase == GoProgressPhase.Downloading ? value.Bytes : _received;
            }
        }

        public void Finish()
        {
            if (_received > 0)
            {
                operation?.Note("gotoolchain.install.downloaded", _received);
                Signals.Downloaded.Add(_received, new KeyValuePair<string, object?>("gotoolchain.source", source.Split(':')[0]));
            }
        }
    }
}
