using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace GoToolchain.Testing.Mirrors;

/// <summary>Listens on a free port of a loopback address, and hands each request to one who answers it.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    /// <summary>Starts it.</summary>
    /// <param name="certificate">For TLS; null: without.</param>
    /// <param name="answer">Answers a request. False: the connection is to be cut.</param>
    public LoopbackServer(X509Certificate2? certificate, Func<MirrorConnection, MirrorRequest, CancellationToken, Task<bool>> answer)
    {
        _listener.Start();
        Url = $"{(certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";
        _accepting = AcceptAsync(certificate, answer);
    }

    /// <summary>Its address, with a <c>/</c> at the end.</summary>
    public string Url { get; }

    /// <summary>Ends it, and every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await _accepting.ConfigureAwait(false);
        _listener.Dispose();
        _stop.Dispose();
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "Whoever serves the client disposes it.")]
    private async Task AcceptAsync(
        X509Certificate2? certificate,
        Func<MirrorConnection, MirrorRequest, CancellationToken, Task<bool>> answer
    )
    {
        var open = new List<Task>();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false);
                open.RemoveAll(task => task.IsCompletedSuccessfully);
                open.Add(Task.Run(() => ServeAsync(client, certificate, answer)));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                break;
            }
        }

        await Task.WhenAll(open).ConfigureAwait(false);
    }

    private async Task ServeAsync(
        TcpClient client,
        X509Certificate2? certificate,
        Func<MirrorConnection, MirrorRequest, CancellationToken, Task<bool>> answer
    )
    {
        using (client)
        {
            client.NoDelay = true;
            try
            {
                var stream = await OpenAsync(client.GetStream(), certificate).ConfigureAwait(false);
                await using (stream.ConfigureAwait(false))
                {
                    var connection = new MirrorConnection(client.Client, stream);
                    while (
                        await connection.ReadAsync(_stop.Token).ConfigureAwait(false) is { } request
                        && await answer(connection, request, _stop.Token).ConfigureAwait(false)
                    ) { }
                }
            }
            catch (Exception e) when (e is IOException or SocketException or AuthenticationException or OperationCanceledException)
            {
                // The client went away, does not trust us, or the test is over.
            }
        }
    }

    private async Task<Stream> OpenAsync(NetworkStream stream, X509Certificate2? certificate)
    {
        if (certificate is null)
        {
            return stream;
        }

        var secure = new SslStream(stream);
        try
        {
            var options = new SslServerAuthenticationOptions { ServerCertificate = certificate };
            await secure.AuthenticateAsServerAsync(options, _stop.Token).ConfigureAwait(false);
            return secure;
        }
        catch
        {
            await secure.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
