using System.Net;
using System.Net.Sockets;
using GoToolchain.Sidecar.Children;
using GoToolchain.Sidecar.Supervision;

namespace GoToolchain.Sidecar;

/// <summary>One run of a sidecar, from its start to its end.</summary>
public sealed class GoSidecarInstance
{
    private readonly GoSidecarEndpoint _endpoint;

    internal GoSidecarInstance(ISidecarChild child, OutputLines lines, GoSidecarEndpoint endpoint, string? socket) =>
        (Child, Lines, _endpoint, SocketPath) = (child, lines, endpoint, socket);

    /// <summary>Its process id.</summary>
    public int ProcessId => Child.Id;

    /// <summary>Its standard input, as lines of UTF-8 that are sent at once. It closes when the sidecar ends.</summary>
    public TextWriter StandardInput => Child.Input;

    /// <summary>The path of its socket; null when its endpoint is none.</summary>
    public string? SocketPath { get; }

    /// <summary>Its TCP port; null when it has none, or has not printed it yet.</summary>
    public int? Port => _endpoint.FixedPort ?? Lines.Port;

    internal ISidecarChild Child { get; }

    internal OutputLines Lines { get; }

    /// <summary>Connects to its endpoint, without waiting for anything.</summary>
    /// <param name="cancel">Ends the attempt.</param>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    /// <exception cref="IOException">It has no endpoint, or its port is not known yet.</exception>
    public async Task<Stream> ConnectAsync(CancellationToken cancel = default)
    {
        EndPoint address =
            SocketPath is not null ? new UnixDomainSocketEndPoint(SocketPath)
            : Port is { } port ? new IPEndPoint(IPAddress.Loopback, port)
            : throw new IOException(_endpoint.IsNone ? "It has no endpoint." : "It has not printed its port.");
        var isTcp = address is IPEndPoint;
#pragma warning disable CA2000 // The stream that is returned owns it.
        var socket = new Socket(address.AddressFamily, SocketType.Stream, isTcp ? ProtocolType.Tcp : ProtocolType.Unspecified);
#pragma warning restore CA2000
        try
        {
            if (isTcp)
            {
                // Requests are written in one piece and wait for their answer.
                socket.NoDelay = true;
            }

            await socket.ConnectAsync(address, cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
