using System.Globalization;
using System.Security.Cryptography;
using GoToolchain.Store;
using GoToolchain.Verification;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Sources.Apt;

/// <summary>
/// Go from the signed archive of the Linux distribution (Debian, Ubuntu and what derives from them), fetched by apt and unpacked without
/// root. apt checks the signature of the index, and the index vouches for the packages.
/// </summary>
internal sealed class AptSource : IRefreshableSource
{
    /// <summary>How old an index may be before it is fetched again.</summary>
    public static readonly TimeSpan DefaultMaxAge = TimeSpan.FromHours(12);

    private readonly HostMachine _host;
    private readonly StoreLayout _layout;
    private readonly string? _architecture;
    private readonly string _directory;
    private readonly PrivateApt _apt;
    private readonly AptIndex _index;
    private readonly TimeSpan _lockTimeout;
    private readonly string? _suite;

    /// <summary>Creates the source.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="layout">The store.</param>
    /// <param name="suite">Exactly this suite, for example <c>trixie</c>; null: those that the machine uses, and the backports.</param>
    /// <param name="lockTimeout">How long to wait for another process that uses the same index.</param>
    /// <param name="logger">Where to log.</param>
    public AptSource(HostMachine host, StoreLayout layout, string? suite, TimeSpan lockTimeout, ILogger logger)
    {
        (_host, _layout, _suite, _lockTimeout) = (host, layout, suite, lockTimeout);
        _architecture = DebianArchitecture.FromPlatform(host.Platform);
        _directory = Path.Combine(layout.Indexes, IndexName);
        _apt = new PrivateApt(host, _directory, _architecture ?? "all", logger);
        _index = new AptIndex(host, _apt, _directory, suite, logger);
    }

    /// <inheritdoc/>
    public string Name => _suite is null ? "apt" : "apt:" + _suite;

    /// <inheritdoc/>
    public bool NeedsNetwork => true;

    private string IndexName => _suite is null ? "apt" : "apt." + _suite.Replace('/', '-');

    /// <inheritdoc/>
    public async Task<IReadOnlyList<GoRelease>> ListAsync(GoPlatform platform, CancellationToken cancel)
    {
        _apt.RequirePrograms();
        if (platform != _host.Platform || _architecture is null)
        {
            return [];
        }

        return await GuardAsync(async () =>
            {
                await RefreshIndexAsync(DefaultMaxAge, cancel).ConfigureAwait(false);
                var found = await FindAsync(cancel).ConfigureAwait(false);
                return found.Select(go => new GoRelease(go.Version, platform, Name, go.Programs.Reference, go.Size)).ToArray();
            })
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<bool> RefreshAsync(TimeSpan maxAge, CancellationToken cancel)
    {
        _apt.RequirePrograms();
        return GuardAsync(() => RefreshIndexAsync(maxAge, cancel));
    }

    /// <inheritdoc/>
    public Task<GoDelivery> DeliverAsync(GoRelease release, GoDeliveryContext context, CancellationToken cancel)
    {
        _apt.RequirePrograms();
        return GuardAsync(async () =>
        {
            Directory.CreateDirectory(context.DownloadDirectory);
            var go = await ObtainAsync(release, context, cancel).ConfigureAwait(false);
            context.Progress.Report(
                new GoProgress(GoProgressPhase.Unpacking, release.ToolchainName, $"{go.Programs.Name}, {go.Sources.Name}", go.Size, go.Size)
            );
            var unpacked = Path.Combine(context.StagingDirectory, "packages");
            Directory.CreateDirectory(unpacked);
            await Task.WhenAll(
                    Packages(go).Select(p => _apt.UnpackAsync(Path.Combine(context.DownloadDirectory, p.FileName), unpacked, cancel))
                )
                .ConfigureAwait(false);
            var root = Path.Combine(context.StagingDirectory, "go");
            new SplitGoRoot(unpacked, context.Logger).Assemble(go.DirectoryName, root);
            Directory.Delete(unpacked, recursive: true);
            var origin = await _index.OriginAsync(go.Programs, cancel).ConfigureAwait(false);
            return new GoDelivery(
                root,
                GoTrust.Signed,
                $"{go.Programs.Reference} {go.Sources.Reference}",
                $"apt's signed index of {origin}"
            );
        });
    }

    private static AptPackage[] Packages(AptGo go) => [go.Programs, go.Sources];

    private async Task<bool> RefreshIndexAsync(TimeSpan maxAge, CancellationToken cancel)
    {
        using var held = await ToolchainLock
            .AcquireAsync(_layout, IndexName, _host, _lockTimeout, waiting: null, cancel)
            .ConfigureAwait(false);
        return await _index.RefreshAsync(maxAge, cancel).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<AptGo>> FindAsync(CancellationToken cancel) =>
        AptGo.Match(await _index.PackagesAsync(cancel).ConfigureAwait(false), _architecture!);

    private async Task<AptGo> ObtainAsync(GoRelease release, GoDeliveryContext context, CancellationToken cancel)
    {
        try
        {
            return await ObtainOnceAsync(release, DefaultMaxAge, context, cancel).ConfigureAwait(false);
        }
        catch (GoToolchainException e) when (e.Code == GoErrorCodes.SourceUnavailable)
        {
            // An archive drops a package soon after a newer one is there: a new index tells its name.
            return await ObtainOnceAsync(release, TimeSpan.Zero, context, cancel).ConfigureAwait(false);
        }
    }

    private async Task<AptGo> ObtainOnceAsync(GoRelease release, TimeSpan maxAge, GoDeliveryContext context, CancellationToken cancel)
    {
        await RefreshIndexAsync(maxAge, cancel).ConfigureAwait(false);
        var found = await FindAsync(cancel).ConfigureAwait(false);
        var go =
            found.FirstOrDefault(go => go.Version == release.Version)
            ?? throw new GoToolchainException(
                GoErrorCodes.SourceUnavailable,
                $"The package {release.FileName} is no longer in the distribution's archive.",
                nextStep: "Run `gotoolchain releases` to see what there is now."
            );
        await DownloadAsync(go, release, context, cancel).ConfigureAwait(false);
        return go;
    }

    private async Task DownloadAsync(AptGo go, GoRelease release, GoDeliveryContext context, CancellationToken cancel)
    {
        // apt takes a file that lies there with the right size for the package without a look inside, so we look, before and after.
        for (var attempt = 1; ; attempt++)
        {
            var missing = new List<AptPackage>();
            foreach (var package in Packages(go))
            {
                if (!await HasPackageAsync(package, context, cancel).ConfigureAwait(false))
                {
                    missing.Add(package);
                }
            }

            if (missing.Count == 0)
            {
                return;
            }

            if (attempt > 2)
            {
                throw new GoToolchainException(
                    GoErrorCodes.DigestMismatch,
                    $"The package {missing[0].FileName} does not have the SHA-256 of the signed index, though apt fetched it twice.",
                    nextStep: "A mirror or proxy between here and the archive sends damaged files: use another one, or another source."
                );
            }

            await FetchAsync(missing, go, release, context, cancel).ConfigureAwait(false);
        }
    }

    private async Task FetchAsync(
        List<AptPackage> missing,
        AptGo go,
        GoRelease release,
        GoDeliveryContext context,
        CancellationToken cancel
    )
    {
        var wanted = missing.Sum(p => p.Size);
        void Report(double share) =>
            context.Progress.Report(
                new GoProgress(
                    GoProgressPhase.Downloading,
                    release.ToolchainName,
                    string.Join(", ", missing.Select(p => p.Reference)),
                    go.Size - wanted + (long)(share * wanted),
                    go.Size
                )
            );

        Report(0);
        var run = await _apt.RunAsync(
                "apt-get",
                ["-o", "APT::Status-Fd=1", "download", .. missing.Select(p => p.Reference)],
                context.DownloadDirectory,
                line =>
                {
                    // `dlstatus:2:45.25:Retrieving file 2 of 4`
                    var parts = line.Split(':', 4);
                    if (
                        parts is ["dlstatus", _, var percent, _]
                        && double.TryParse(percent, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                    )
                    {
                        Report(Math.Clamp(value / 100, 0, 1));
                    }
                },
                cancel
            )
            .ConfigureAwait(false);
        if (run.ExitCode != 0)
        {
            throw new GoToolchainException(
                GoErrorCodes.SourceUnavailable,
                $"apt could not fetch {string.Join(" and ", missing.Select(p => p.Reference))}: {run.Reason}",
                nextStep: "Check the network, or use another source."
            );
        }
    }

    private static async Task<bool> HasPackageAsync(AptPackage package, GoDeliveryContext context, CancellationToken cancel)
    {
        var file = Path.Combine(context.DownloadDirectory, package.FileName);
        if (!File.Exists(file))
        {
            return false;
        }

        var stream = File.OpenRead(file);
        await using (stream.ConfigureAwait(false))
        {
            if (
                stream.Length == package.Size
                && new Sha256Digest(await SHA256.HashDataAsync(stream, cancel).ConfigureAwait(false)) == package.Digest
            )
            {
                return true;
            }
        }

        SourceLog.AptPackageDamaged(context.Logger, file);
        File.Delete(file);
        return false;
    }

    private async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            Directory.CreateDirectory(_directory);
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(e, _layout.Directory);
        }
    }
}
