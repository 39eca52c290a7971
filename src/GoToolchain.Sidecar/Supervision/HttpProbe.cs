using System.Globalization;

namespace GoToolchain.Sidecar.Supervision;

/// <summary>Tries whether a sidecar answers over HTTP.</summary>
internal static class HttpProbe
{
    // For one request: a server that accepts and says nothing must not use up the whole deadline without a second try.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Null when it answers with success; else why not.</summary>
    public static async Task<string?> TryAsync(GoSidecarInstance instance, string path, CancellationToken cancel)
    {
#pragma warning disable CA2000 // The client disposes of its handler.
        using var http = new HttpClient(
            new SocketsHttpHandler
            {
                // No proxy: it is a server of this machine. No redirects: where they lead says nothing about it.
                UseProxy = false,
                AllowAutoRedirect = false,
                // Not part of what the application does.
                ActivityHeadersPropagator = null,
                ConnectCallback = async (_, c) => await instance.ConnectAsync(c).ConfigureAwait(false),
            }
        )
        {
            Timeout = s_patience,
            BaseAddress = GoSidecarHost.Address,
        };
#pragma warning restore CA2000
        try
        {
            using var answer = await http.GetAsync(
                    new Uri(path, UriKind.RelativeOrAbsolute),
                    HttpCompletionOption.ResponseHeadersRead,
                    cancel
                )
                .ConfigureAwait(false);
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
            return string.Create(CultureInfo.InvariantCulture, $"it did not answer within {s_patience.TotalSeconds} s");
        }
    }
}
