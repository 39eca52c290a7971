using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;

namespace GoToolchain.Sources.Http;

/// <summary>
/// The HTTP client of the sources: takes its proxy from the host, decompresses nothing, follows a few redirects but never from https to http,
/// and never waits without end. Users and passwords come from the address, else from the user's <c>.netrc</c>.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "It lives as long as its source; idle connections close by themselves.")]
internal sealed class GoHttp
{
    private readonly HttpClient _client;
    private readonly NetrcFile _netrc;
    private readonly bool _insecureRedirects;

    /// <summary>Creates the client.</summary>
    /// <param name="host">The machine, for its proxy and clock.</param>
    /// <param name="limits">How patient it is; null: the defaults.</param>
    /// <param name="insecureRedirects">A redirect may lead from https to http.</param>
    [SuppressMessage("Reliability", "CA2000", Justification = "The client owns its handler, and lives as long as its source.")]
    public GoHttp(HostMachine host, HttpLimits? limits = null, bool insecureRedirects = false)
    {
        _netrc = NetrcFile.Read(host);
        _insecureRedirects = insecureRedirects;
        Limits = limits ?? new HttpLimits();
        Clock = host.Clock;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = Limits.Connect,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            Proxy = new HostProxy(host),
            UseCookies = false,
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("GoToolchain.Net", Version));
    }

    /// <summary>How patient it is.</summary>
    public HttpLimits Limits { get; }

    /// <summary>The clock of the host.</summary>
    public TimeProvider Clock { get; }

    private static string Version =>
        typeof(GoHttp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Asks for a file once, and returns as soon as the head of the answer is there.</summary>
    /// <param name="url">The address. A user and password in it are sent to its own host only.</param>
    /// <param name="range">Only the part from there on, with the validator that has to fit still; null: all.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="HttpFailureException">There is no such answer.</exception>
    public async Task<HttpAnswer> GetAsync(Uri url, HttpRange? range, CancellationToken cancel)
    {
        var at = url;
        for (var hops = 0; ; hops++)
        {
            var message = await SendAsync(at, url, range, cancel).ConfigureAwait(false);
            try
            {
                if (
                    message.StatusCode
                    is >= HttpStatusCode.MovedPermanently
                        and < HttpStatusCode.BadRequest
                        and not HttpStatusCode.NotModified
                )
                {
                    at = Follow(at, message, hops);
                    message.Dispose();
                    continue;
                }

                Check(message);
                var body = await message.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
                return new HttpAnswer(message, body, Limits, Clock);
            }
            catch
            {
                message.Dispose();
                throw;
            }
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Uri at, Uri origin, HttpRange? range, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, WithoutUser(at));
        if (UserFor(at, origin) is { } user)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user)));
        }

        range?.AddTo(request.Headers);
        using var late = new CancellationTokenSource(Limits.FirstByte, Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw late.IsCancellationRequested
                ? new HttpFailureException(
                    HttpFailureKind.Stalled,
                    $"The server did not answer within {Limits.FirstByte.TotalSeconds:0.#} s.",
                    "Check the network and the proxy settings, or use another mirror.",
                    e
                )
                : Unreachable($"no connection within {Limits.Connect.TotalSeconds:0.#} s", e);
        }
        catch (HttpRequestException e)
        {
            cancel.ThrowIfCancellationRequested();
            throw e.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => Unreachable("the name of the server cannot be resolved", e),
                HttpRequestError.ConnectionError => Unreachable(Innermost(e), e),
                HttpRequestError.SecureConnectionError => Unreachable("no secure connection: " + Innermost(e), e),
                HttpRequestError.ProxyTunnelError => Unreachable("the proxy refuses: " + Innermost(e), e),
                _ => new HttpFailureException(
                    HttpFailureKind.Cut,
                    $"The connection was cut before the answer: {Innermost(e)}.",
                    "Check the network and the proxy settings, or use another mirror.",
                    e
                ),
            };
        }
    }

    private string? UserFor(Uri at, Uri origin) =>
        at.UserInfo.Length > 0 ? Uri.UnescapeDataString(at.UserInfo)
        : origin.UserInfo.Length > 0 && at.Authority == origin.Authority && at.Scheme == origin.Scheme
            ? Uri.UnescapeDataString(origin.UserInfo)
        : _netrc.Find(at) is { } user ? $"{user.UserName}:{user.Password}"
        : null;

    private Uri Follow(Uri at, HttpResponseMessage message, int hops)
    {
        if (hops >= Limits.Redirects)
        {
            throw Malformed($"The server redirects more than {Limits.Redirects} times.");
        }

        var location = message.Headers.Location ?? throw Malformed($"The server redirects ({(int)message.StatusCode}) to nowhere.");
        var next = location.IsAbsoluteUri ? location : new Uri(at, location);
        if (
            next.Scheme != Uri.UriSchemeHttps
            && (next.Scheme != Uri.UriSchemeHttp || (at.Scheme == Uri.UriSchemeHttps && !_insecureRedirects))
        )
        {
            throw Malformed(
                $"The server redirects to {Redaction.WithoutPasswords(next.ToString())}, and that is less safe.",
                next.Scheme == Uri.UriSchemeHttp
                    ? "Use another mirror, or allow it with --mirror-rules http-redirect: the SHA-256 is checked in any case."
                    : "Check the address of the mirror, or use another one."
            );
        }

        return next;
    }

    private void Check(HttpResponseMessage message)
    {
        if (message.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent)
        {
            return;
        }

        var status = (int)message.StatusCode;
        var busy = status is 408 or 429 or >= 500;
        var after = message.Headers.RetryAfter;
        var wait = after?.Delta ?? (after?.Date is { } date ? date - Clock.GetUtcNow() : null);
        var next = status switch
        {
            401 or 403 or 407 => "Check whether the mirror or the proxy wants a user and a password.",
            404 or 410 => "Check the address of the mirror, and that it has this file.",
            _ when busy => "Try again later, or use another mirror.",
            _ => "Use another mirror.",
        };
        throw new HttpFailureException(
            busy ? HttpFailureKind.Busy : HttpFailureKind.Refused,
            $"The server answers {status.ToString(CultureInfo.InvariantCulture)} {message.ReasonPhrase}".TrimEnd() + ".",
            next,
            status: status,
            retryAfter: wait < TimeSpan.Zero ? TimeSpan.Zero : wait
        );
    }

    private static Uri WithoutUser(Uri url) => url.UserInfo.Length == 0 ? url : new UriBuilder(url) { UserName = "", Password = "" }.Uri;

    private static string Innermost(Exception e)
    {
        while (e.InnerException is not null)
        {
            e = e.InnerException;
        }

        return e.Message.TrimEnd('.');
    }

    private static HttpFailureException Unreachable(string why, Exception inner) =>
        new(
            HttpFailureKind.Unreachable,
            $"The server cannot be reached: {why}.",
            "Check the network and the proxy settings (HTTPS_PROXY, NO_PROXY), or name a mirror with GOTC_MIRROR.",
            inner
        );

    private static HttpFailureException Malformed(string problem, string? next = null) =>
        new(HttpFailureKind.Malformed, problem, next ?? "Check the address of the mirror, or use another one.");
}
