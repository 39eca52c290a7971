using System.Net;

namespace GoToolchain.Sources.Http;

/// <summary>
/// The proxy that the host's variables name, by the rules that Go itself follows (golang.org/x/net/http/httpproxy): upper or lower case names,
/// never for this machine itself, and <c>NO_PROXY</c> with names, addresses, ranges and ports.
/// </summary>
internal sealed class HostProxy : IWebProxy
{
    private readonly Uri? _http;
    private readonly Uri? _https;
    private readonly string[] _exceptions;

    /// <summary>Reads the variables.</summary>
    /// <param name="host">The machine.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.InvalidSetting"/>: a variable holds no proxy address.</exception>
    public HostProxy(HostMachine host)
    {
        _https = Read(host, "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy");

        // Under CGI the variable HTTP_PROXY comes from a header of the request, that is from a stranger.
        _http = host.GetVariable("REQUEST_METHOD") is null
            ? Read(host, "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")
            : Read(host, "http_proxy", "ALL_PROXY", "all_proxy");
        var exceptions = host.GetVariable("NO_PROXY") ?? host.GetVariable("no_proxy") ?? "";
        _exceptions = exceptions.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <inheritdoc/>
    public ICredentials? Credentials
    {
        get =>
            new[] { _https, _http }.FirstOrDefault(p => p?.UserInfo.Length > 0) is { } proxy
                ? new NetworkCredential(
                    Uri.UnescapeDataString(proxy.UserInfo.Split(':')[0]),
                    Uri.UnescapeDataString(proxy.UserInfo.Split(':', 2).ElementAtOrDefault(1) ?? "")
                )
                : null;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : For(destination);

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => For(host) is null || host.IsLoopback || _exceptions.Any(e => Matches(e, host));

    private Uri? For(Uri destination) => destination.Scheme == Uri.UriSchemeHttps ? _https : _http;

    private static bool Matches(string exception, Uri destination)
    {
        if (exception == "*")
        {
            return true;
        }

        var name = destination.IdnHost.Trim('[', ']');
        if (exception.Contains('/', StringComparison.Ordinal))
        {
            return IPNetwork.TryParse(exception, out var network) && IPAddress.TryParse(name, out var address) && network.Contains(address);
        }

        var colon = exception.LastIndexOf(':');
        if (colon > 0 && exception[(colon + 1)..].All(char.IsAsciiDigit) && !IPAddress.TryParse(exception, out _))
        {
            if (exception[(colon + 1)..] != destination.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))
            {
                return false;
            }

            exception = exception[..colon].Trim('[', ']');
        }

        if (IPAddress.TryParse(exception, out var one))
        {
            return IPAddress.TryParse(name, out var other) && one.Equals(other);
        }

        // `.example.org` means the names below it, `example.org` these and itself; `*.example.org` is the same as `.example.org`.
        exception = exception.TrimStart('*');
        return exception.StartsWith('.')
            ? name.EndsWith(exception, StringComparison.OrdinalIgnoreCase)
            : name.Equals(exception, StringComparison.OrdinalIgnoreCase)
                || name.EndsWith("." + exception, StringComparison.OrdinalIgnoreCase);
    }

    private static Uri? Read(HostMachine host, params string[] names)
    {
        foreach (var name in names)
        {
            if (host.GetVariable(name) is { } value)
            {
                // `socks5h` leaves the resolving of names to the proxy, which the runtime's `socks5` does as well.
                var text = value.StartsWith("socks5h://", StringComparison.OrdinalIgnoreCase)
                    ? "socks5" + value["socks5h".Length..]
                    : value;
                text = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
                return
                    Uri.TryCreate(text, UriKind.Absolute, out var proxy)
                    && proxy.Scheme is "http" or "https" or "socks4" or "socks4a" or "socks5"
                    ? proxy
                    : throw new GoToolchainException(
                        GoErrorCodes.InvalidSetting,
                        $"The variable {name} does not hold the address of a proxy.",
                        name,
                        "Write it like `http://proxy.example:3128`, or unset the variable."
                    );
            }
        }

        return null;
    }
}
