using GoToolchain.Sources.Apt;
using GoToolchain.Sources.Feeds;
using GoToolchain.Sources.Http;
using GoToolchain.Sources.NuGet;
using GoToolchain.Sources.Proxy;
using GoToolchain.Store;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Sources;

/// <summary>Turns the names of the settings into sources.</summary>
internal static class SourceCatalog
{
    private static readonly string[] s_official = ["https://go.dev/dl/", "https://golang.google.cn/dl/"];

    /// <summary>Creates the sources, in the order of the settings. Nothing is asked of them.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="host">The machine.</param>
    /// <param name="layout">The store.</param>
    /// <param name="logger">Where to log.</param>
    /// <param name="limits">How patient the HTTP client is; null: the defaults.</param>
    /// <param name="projectDirectory">Where the search for <c>nuget.config</c> begins; null: there is no project.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidSetting"/>: a name is none.</exception>
    public static IReadOnlyList<IGoSource> Create(
        GoToolchainSettings settings,
        HostMachine host,
        StoreLayout layout,
        ILogger logger,
        HttpLimits? limits = null,
        string? projectDirectory = null
    )
    {
        var http = new GoHttp(host, limits, settings.MirrorRules.HasFlag(GoMirrorRules.InsecureRedirect));
        return [.. settings.Sources.Select(Create)];

        IGoSource Create(string name)
        {
            if (name == "go.dev")
            {
                return Signed(new FeedSource(name, [.. s_official.Select(a => new FeedSite(new Uri(a), http))], settings.MirrorRules));
            }

            if (name == "mirror")
            {
                return settings.Mirrors.Count > 0
                    ? Signed(
                        new FeedSource(
                            name,
                            [.. settings.Mirrors.Select(m => Place(m, http) ?? throw Unknown("mirror", m))],
                            settings.MirrorRules
                        )
                    )
                    : throw new GoToolchainException(
                        GoErrorCodes.InvalidSetting,
                        "The source `mirror` is asked for, but no mirror is named.",
                        nextStep: "Name one with --mirror, GOTC_MIRROR, or `mirror` in gotoolchain.json."
                    );
            }

            if (name == "proxy")
            {
                var environment = new ProxyEnvironment(host);
                return new ModuleProxySource(
                    environment,
                    http,
                    settings.Offline,
                    () => environment.OpenDatabase(http, layout, settings, logger)
                );
            }

            if (name == "apt" || name.StartsWith("apt:", StringComparison.Ordinal))
            {
                var suite = name.Length > 4 ? name[4..] : null;
                return name == "apt" || IsSuite(suite)
                    ? new AptSource(host, layout, suite, settings.LockTimeout, logger)
                    : throw Unknown("source", name);
            }

            if (name == "nuget" || name.StartsWith("nuget:", StringComparison.Ordinal))
            {
                var feed = name.Length > "nuget:".Length ? name["nuget:".Length..] : null;
                var isLocal = feed is not null && Place(feed, http) is FeedDirectory;
                return new NuGetSource(Redaction.WithoutPasswords(name), new NuGetClient(host, feed, projectDirectory, logger), isLocal);
            }

            return Place(name, http) is { } place
                ? Signed(new FeedSource(place.Address, [place], settings.MirrorRules))
                : throw Unknown("source", name);
        }

        IGoSource Signed(IGoSource source) => WithSignatures(source, settings, host, http);
    }

    /// <summary>
    /// The source, whose archives' OpenPGP signatures are checked when somebody asks for that: it costs a second reading of the archive.
    /// </summary>
    /// <param name="source">A source of archives.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="host">The machine.</param>
    /// <param name="http">The client; null: another one.</param>
    public static IGoSource WithSignatures(IGoSource source, GoToolchainSettings settings, HostMachine host, GoHttp? http = null) =>
        settings.SigningKey is not null || settings.RequireTrust >= GoTrust.Signed
            ? new SignedSource(source, settings.SigningKey, host, http ?? new GoHttp(host))
            : source;

    private static IFeedPlace? Place(string text, GoHttp http)
    {
        if (Path.IsPathFullyQualified(text))
        {
            return new FeedDirectory(text);
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url)
            ? url.Scheme switch
            {
                "http" or "https" when url.Host.Length > 0 => new FeedSite(url, http),
                "file" when url.IsLoopback && Path.IsPathFullyQualified(url.LocalPath) => new FeedDirectory(url.LocalPath),
                _ => null,
            }
            : null;
    }

    private static bool IsSuite(string? suite) =>
        suite is { Length: > 0 and <= 100 }
        && char.IsAsciiLetterOrDigit(suite[0])
        && !suite.Contains("..", StringComparison.Ordinal)
        && suite.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+' or '/');

    private static GoToolchainException Unknown(string kind, string text) =>
        new(
            GoErrorCodes.InvalidSetting,
            $"`{Redaction.WithoutPasswords(text)}` is not a {kind}.",
            nextStep: kind == "mirror"
                ? "A mirror is an http, https or file URL, or an absolute directory."
                : "A source is `go.dev`, `mirror`, `proxy`, `apt`, `apt:SUITE`, `nuget`, `nuget:FEED`, an http, https or file URL, or an absolute directory."
        );
}
