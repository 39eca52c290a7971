using System.Globalization;

namespace GoToolchain.Testing.Sidecars;

/// <summary>Tries whether a server answers.</summary>
internal static class HttpProbe
{
    // For one request: a server that accepts and says nothing must not use up the whole deadline without a second try.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    // No proxy: it is a server of this machine. No redirects: where they lead says nothing about it.
    private static readonly HttpClient s_http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.Zero,
        }
    )
    {
        Timeout = s_patience,
    };

    /// <summary>Null when it answers with success; else why not.</summary>
    public static async Task<string?> TryAsync(Uri address, CancellationToken cancel)
    {
        try
        {
            using var answer = await s_http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancel).ConfigureAwait(false);
            return answer.IsSuccessStatusCode
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"it answers with status {(int)answer.StatusCode}");
        }
        catch (HttpRequestException e)
        {
            return e.InnerException?.Message ?? e.Message;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"it did not answer within {s_patience.TotalSeconds} s";
        }
    }
}
