using GoToolchain.Environments;
using GoToolchain.Sources.Http;
using GoToolchain.Store;
using GoToolchain.Verification;
using GoToolchain.Verification.Logs;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Sources.Proxy;

/// <summary>
/// What Go's own settings say about module proxies and the checksum database: the environment, then the user's go/env file, then the values that a
/// release brings in its go.env.
/// </summary>
internal sealed class ProxyEnvironment
{
    private readonly HostMachine _host;
    private readonly string _proxies;
    private readonly string _database;
    private readonly bool _isPrivate;

    /// <summary>Reads the settings.</summary>
    /// <param name="host">The machine.</param>
    public ProxyEnvironment(HostMachine host)
    {
        _host = host;
        var go = GoConfiguration.Read(host, go: null);
        _proxies = go.Get("GOPROXY") is { Length: > 0 } proxies ? proxies : ModuleProxyList.Default;
        var exceptions = go.Get("GONOPROXY") is { Length: > 0 } own ? own : go.Get("GOPRIVATE");
        _isPrivate = ModulePatterns.Match(exceptions, ToolchainModule.Path);
        _database = go.Get("GOSUMDB") is { Length: > 0 } database ? database : ChecksumDatabaseSetting.Default;
    }

    /// <summary>GOPROXY names a proxy that is not Go's own. A value that makes no sense names none: who uses it is told.</summary>
    public bool NamesAnotherProxy
    {
        get
        {
            try
            {
                return Proxies.NamesAnother;
            }
            catch (GoToolchainException)
            {
                return false;
            }
        }
    }

    /// <summary>Where toolchains come from: GOPROXY, or no proxy at all where GONOPROXY or GOPRIVATE match their module.</summary>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidSetting"/>.</exception>
    public ModuleProxyList Proxies => _isPrivate ? ModuleProxyList.Direct : ModuleProxyList.Parse(_proxies);

    /// <summary>GOSUMDB is <c>off</c>.</summary>
    public bool IsDatabaseOff => _database.Trim() == ChecksumDatabaseSetting.Off;

    /// <summary>The checksum database.</summary>
    /// <param name="http">The client.</param>
    /// <param name="layout">The store.</param>
    /// <param name="settings">Offline, and the patience with other processes.</param>
    /// <param name="logger">Where to log.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidSetting"/>, or <see cref="GoErrorCodes.LogDisabled"/>.</exception>
    public ChecksumDatabase OpenDatabase(GoHttp http, StoreLayout layout, GoToolchainSettings settings, ILogger logger)
    {
        var setting = ChecksumDatabaseSetting.Parse(_database);
        var cache = new LogCache(layout, setting.Verifier.Name, _host, settings.LockTimeout, logger);
        return new ChecksumDatabase(setting.Verifier, cache, cancel => FindAsync(setting, http, settings.Offline, cancel));
    }

    // A proxy that says that it has the database is asked for all of it; else it is asked at its own address (initBase in sumdb.go).
    private async Task<ILogPlace> FindAsync(ChecksumDatabaseSetting setting, GoHttp http, bool offline, CancellationToken cancel)
    {
        if (setting.Address is null && ProxiesBeforeOff() is { Entries.Count: > 0 } proxies)
        {
            var prefix = $"sumdb/{setting.Verifier.Name}/";
            var found = await proxies
                .TryAsync<ILogPlace>(async url =>
                {
                    var place = Reachable(url);
                    return
                        url.Host != "go.dev"
                        && await place.ReadAsync(prefix + "supported", 1 << 16, cancel).ConfigureAwait(false) is not null
                        ? new ProxyLogPlace(place, prefix)
                        : null;
                })
                .ConfigureAwait(false);
            if (found is not null)
            {
                return found;
            }
        }

        return new ProxyLogPlace(Reachable(setting.Address ?? setting.Direct), "");

        IProxyPlace Reachable(Uri url)
        {
            var place = ProxyPlaces.At(url, http);
            return offline && place.NeedsNetwork
                ? throw new GoToolchainException(
                    GoErrorCodes.DownloadsForbidden,
                    $"The checksum database {setting.Verifier.Name} has to be asked, and the settings say offline.",
                    place.Address,
                    "Go online once: what is proved then stays in the store, and can be proved again without the network."
                )
                : place;
        }
    }

    // `off` and `direct` both mean here: at its own address. GONOPROXY makes no exception for the database (TryProxies in proxy.go).
    private ModuleProxyList ProxiesBeforeOff() =>
        new([.. ModuleProxyList.Parse(_proxies).Entries.TakeWhile(e => e.Url is not null && !e.IsDirect)]);
}
