using System.Text;
using GoToolchain.Sources.Downloads;
using GoToolchain.Sources.Http;
using GoToolchain.Store;
using GoToolchain.Verification;
using GoToolchain.Verification.Logs;

namespace GoToolchain.Sources.Proxy;

/// <summary>
/// The module <c>golang.org/toolchain</c> on the module proxies that Go itself would use (<c>GOPROXY</c>), proved by the checksum database as Go itself
/// proves it (<c>GOSUMDB</c>).
/// </summary>
/// <param name="environment">What Go's settings say.</param>
/// <param name="http">The client.</param>
/// <param name="offline">Open no socket.</param>
/// <param name="openDatabase">Opens the checksum database.</param>
internal sealed class ModuleProxySource(ProxyEnvironment environment, GoHttp http, bool offline, Func<ChecksumDatabase> openDatabase)
    : IGoSource
{
    // cmd/go takes no larger module (golang.org/x/mod/zip, MaxZipFile).
    private const long MaxZip = 500L << 20;
    private const string Versions = ToolchainModule.Path + "/@v/";

    /// <inheritdoc/>
    public string Name => "proxy";

    /// <inheritdoc/>
    public bool NeedsNetwork => !environment.Proxies.Entries.Any(e => e.Url is { IsFile: true });

    /// <inheritdoc/>
    public async Task<IReadOnlyList<GoRelease>> ListAsync(GoPlatform platform, CancellationToken cancel)
    {
        var list =
            await environment
                .Proxies.TryAsync(url => At(url).ReadAsync(Versions + "list", http.Limits.IndexBytes, cancel))
                .ConfigureAwait(false)
            ?? throw Missing("list");
        return
        [
            .. Encoding
                .UTF8.GetString(list)
                .Split('\n')
                .Select(line => (Text: line.TrimEnd('\r'), Parsed: ToolchainModule.Parse(line.TrimEnd('\r'))))
                .Where(v => v.Parsed is { } parsed && parsed.Platform == platform)
                .Select(v => new GoRelease(v.Parsed!.Value.Version, platform, Name, v.Text + ".zip")),
        ];
    }

    /// <inheritdoc/>
    public async Task<GoDelivery> DeliverAsync(GoRelease release, GoDeliveryContext context, CancellationToken cancel)
    {
        var version = ToolchainModule.VersionOf(release.Version, release.Platform);
        while (true)
        {
            using var zip = await DownloadAsync(release, context, cancel).ConfigureAwait(false);
            try
            {
                return await TakeAsync(zip, version, context, cancel).ConfigureAwait(false);
            }
            catch (GoToolchainException e) when (e.IsBadContent)
            {
                zip.Discard();
                if (!zip.IsResumed)
                {
                    throw;
                }

                // What an earlier attempt left and what came now do not make the module together, which is worth one attempt from zero.
                SourceLog.PartialPoisoned(context.Logger, release.FileName, e.Message);
                Staging.Clear(context.StagingDirectory);
            }
        }
    }

    private async Task<GoDelivery> TakeAsync(ModuleFile zip, string version, GoDeliveryContext context, CancellationToken cancel)
    {
        var root = Directory.CreateDirectory(Path.Combine(context.StagingDirectory, "go")).FullName;
        var manifest = await Task.Run(() => new ModuleZip(version, zip.From).Unpack(zip.Content, root, cancel), cancel)
            .ConfigureAwait(false);
        context.Progress.Report(new GoProgress(GoProgressPhase.Verifying));
        var (trust, by) = await ProveAsync(version, ToolchainModule.HashOf(manifest.Entries, version), zip.From, cancel)
            .ConfigureAwait(false);
        zip.Discard();
        return new GoDelivery(root, trust, zip.From, by, ArchiveDigest: null, manifest);
    }

    private async Task<ModuleFile> DownloadAsync(GoRelease release, GoDeliveryContext context, CancellationToken cancel) =>
        await environment
            .Proxies.TryAsync(url => At(url).FetchAsync(Versions + release.FileName, MaxZip, context, cancel))
            .ConfigureAwait(false)
        ?? throw Missing(release.FileName);

    private async Task<(GoTrust Trust, string By)> ProveAsync(string version, string hash, string from, CancellationToken cancel)
    {
        // Where Go itself does not ask, what it would take is taken, and said to be proved by nobody.
        if (environment.Proxies.IsOneFile && environment.IsDatabaseOff)
        {
            return (GoTrust.Unverified, "nobody: GOSUMDB=off, and GOPROXY is one directory");
        }

        var database = openDatabase();
        var proved = await database.LookupAsync(ToolchainModule.Path, version, cancel).ConfigureAwait(false);
        var logged = proved.Record.HashOf(ToolchainModule.Path, version);
        return logged == hash
            ? (GoTrust.LogProved, $"{database.Name}, record {proved.Record.Id} of {proved.Head.Size}")
            : throw new GoToolchainException(
                GoErrorCodes.DigestMismatch,
                $"The module is not the one that Go has published: its hash is {hash}, and the checksum database {database.Name} has {logged ?? "none"}.",
                from,
                "Do not use it. Whoever keeps the module proxy has to find out who changed it."
            );
    }

    private IProxyPlace At(Uri url)
    {
        var place = ProxyPlaces.At(url, http);
        return offline && place.NeedsNetwork
            ? throw new GoToolchainException(
                GoErrorCodes.DownloadsForbidden,
                "It needs the network, and the settings say offline.",
                place.Address
            )
            : place;
    }

    private static GoToolchainException Missing(string file) =>
        new(
            GoErrorCodes.SourceUnavailable,
            $"No module proxy of GOPROXY has {Versions}{file}.",
            "GOPROXY",
            $"See whether the proxy may serve the module {ToolchainModule.Path}."
        );
}
