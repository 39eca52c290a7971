using System.Net;
using System.Net.Sockets;

namespace GoToolchain.Testing.Sidecars;

/// <summary>Tries whether a port of this machine accepts connections.</summary>
internal static class Connection
{
    /// <summary>Null when it does; else why not.</summary>
    public static async Task<string?> TryAsync(int port, CancellationToken cancel)
    {
        string? failure = null;
        // A server may listen on one of the two alone.
        foreach (var address in (IPAddress[])[IPAddress.Loopback, IPAddress.IPv6Loopback])
        {
            using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(address, port, cancel).ConfigureAwait(false);
                return null;
            }
            catch (SocketException e)
            {
                failure ??= e.Message;
            }
        }

        return failure;
    }
}
