using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace GoToolchain.Testing.Sidecars;

/// <summary>A port that nobody uses, and that no other sidecar of any process gets while this is held.</summary>
internal sealed class PortReservation : IDisposable
{
    // Below the range out of which systems give ports to outgoing connections and to port 0, so that only a program that names the very number can be
    // in the way (Linux: /proc/sys/net/ipv4/ip_local_port_range, from 32768; IANA, Windows and macOS: from 49152). Few, for each leaves an empty file.
    private const int First = 21000;
    private const int Last = 24999;
    private const int MostTries = 200;

    private readonly FileStream _lock;

    private PortReservation(int port, FileStream held) => (Port, _lock) = (port, held);

    public int Port { get; }

    /// <summary>Reserves one.</summary>
    /// <param name="host">For its temporary directory, in which the locks are.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.NoFreePort"/>.</exception>
    public static PortReservation Take(HostMachine host)
    {
        var directory = CreateDirectory(Path.Combine(host.TempDirectory, "gotoolchain-ports"));
        for (var tries = 0; tries < MostTries; tries++)
        {
#pragma warning disable CA5394 // No secret: only so that processes rarely try the same one first.
            var port = Random.Shared.Next(First, Last + 1);
#pragma warning restore CA5394
#pragma warning disable CA2000 // It is returned.
            if (TryTake(directory, port) is { } reservation)
#pragma warning restore CA2000
            {
                return reservation;
            }
        }

        throw new GoToolchainException(
            GoErrorCodes.NoFreePort,
            $"None of {MostTries} ports from {First} to {Last} is free for a sidecar, or their locks cannot be taken.",
            directory,
            "Let the sidecar listen on port 0 and print the port (GoSidecarPort.FromLine), or name a port (GoSidecarPort.Fixed)."
        );
    }

    public void Dispose() => _lock.Dispose();

    internal static PortReservation? TryTake(string directory, int port)
    {
        FileStream? held = null;
        try
        {
            held = new FileStream(
                Path.Combine(directory, port.ToString(CultureInfo.InvariantCulture)),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 0
            );
            if (IsFree(IPAddress.Any, port) && (!Socket.OSSupportsIPv6 || IsFree(IPAddress.IPv6Loopback, port)))
            {
                var reservation = new PortReservation(port, held);
                held = null;
                return reservation;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else's.
        }
        finally
        {
            held?.Dispose();
        }

        return null;
    }

    private static bool IsFree(IPAddress address, int port)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            // A machine that has IPv6 but no such address: nobody can be there.
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string CreateDirectory(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            if (!OperatingSystem.IsWindows())
            {
                // All users share the ports, so they share the locks; as in /tmp, nobody removes those of others.
                File.SetUnixFileMode(
                    directory,
                    UnixFileMode.StickyBit
                        | UnixFileMode.UserRead
                        | UnixFileMode.UserWrite
                        | UnixFileMode.UserExecute
                        | UnixFileMode.GroupRead
                        | UnixFileMode.GroupWrite
                        | UnixFileMode.GroupExecute
                        | UnixFileMode.OtherRead
                        | UnixFileMode.OtherWrite
                        | UnixFileMode.OtherExecute
                );
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is another user's, who has made it fit for all; if not, no lock can be taken, and the message says so.
        }

        return directory;
    }
}
