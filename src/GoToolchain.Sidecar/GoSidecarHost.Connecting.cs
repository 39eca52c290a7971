using System.Globalization;
using System.Net.Sockets;

namespace GoToolchain.Sidecar;

public sealed partial class GoSidecarHost
{
    // A connection was refused though the sidecar counts as ready: it has just ended, and that is noticed within milliseconds.
    private static readonly TimeSpan s_connectPause = TimeSpan.FromMilliseconds(10);

    internal static Uri Address { get; } = new("http://localhost/");

    /// <summary>
    /// Where requests go that are sent with <see cref="CreateHandler"/>: <c>http://localhost/</c>. The name stands only in the <c>Host</c> header; every
    /// connection goes to the endpoint of the sidecar.
    /// </summary>
    public Uri BaseAddress { get; } = Address;

    /// <summary>Connects to it; while it is being started, waits for as long as <see cref="GoSidecarHostOptions.ConnectTimeout"/> says.</summary>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Bytes both ways. It ends with the sidecar.</returns>
    /// <exception cref="GoSidecarException"><see cref="GoSidecarErrorCodes.NotAvailable"/>: it does not run, has failed, or is not ready in time.</exception>
    public async Task<Stream> ConnectAsync(CancellationToken cancel = default)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(_options.ConnectTimeout);
        Exception? refused = null;
        try
        {
            while (true)
            {
                await WaitUntilReadyAsync(deadline.Token).ConfigureAwait(false);
                try
                {
                    if (Instance is { } instance)
                    {
                        return await instance.ConnectAsync(deadline.Token).ConfigureAwait(false);
                    }
                }
                catch (SocketException e)
                {
                    refused = e;
                }

                await Task.Delay(s_connectPause, deadline.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            var seconds = _options.ConnectTimeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
            throw NotAvailable($"it was not ready within {seconds} s; it is {State}.", refused ?? LastFailure);
        }
        catch (GoSidecarException e) when (e.Code != GoSidecarErrorCodes.NotAvailable)
        {
            throw NotAvailable(Text(e), e);
        }
    }

    /// <summary>
    /// A handler for <see cref="HttpClient"/>, <c>IHttpClientFactory</c> (<c>ConfigurePrimaryHttpMessageHandler</c>) or <c>GrpcChannel</c>, all of whose connections go to
    /// the sidecar, whatever the URI says; connections that are opened after a restart go to the new one.
    /// </summary>
    /// <returns>It belongs to the caller, as do its settings.</returns>
    public SocketsHttpHandler CreateHandler() =>
        new()
        {
            ConnectCallback = async (_, cancel) => await ConnectAsync(cancel).ConfigureAwait(false),
            // It is a program of this machine: a proxy of the environment is not on the way to it, and what it sets for one caller is not for the next.
            UseProxy = false,
            UseCookies = false,
            EnableMultipleHttp2Connections = true,
        };

    /// <summary>A client whose requests go to the sidecar.</summary>
    /// <returns>It belongs to the caller.</returns>
#pragma warning disable CA2000 // The client disposes of its handler.
    public HttpClient CreateClient() => new(CreateHandler(), disposeHandler: true) { BaseAddress = BaseAddress };
#pragma warning restore CA2000

    private GoSidecarException NotAvailable(string why, Exception? inner) =>
        new(GoSidecarErrorCodes.NotAvailable, Name, $"The sidecar {Name} is not available: {why}", inner);
}
