using System.Globalization;
using System.Net.Sockets;
using System.Text;
using GoToolchain.Recovery.Watching;

namespace GoToolchain.Tool.Output.Watching;

/// <summary>
/// Events for the system log, in the form in which the C library sends them (RFC 3164, 4.1): daemon, with information, warning or error as severity.
/// </summary>
internal sealed class Syslog : IEventOutput
{
    /// <summary>The socket of the system log.</summary>
    public const string DefaultSocket = "/dev/log";

    private const int Daemon = 3 << 3;
    private const int Error = 3;
    private const int Warning = 4;
    private const int Information = 6;

    private readonly string _path;
    private Socket? _socket;

    /// <summary>Connects.</summary>
    /// <param name="path">The socket.</param>
    /// <exception cref="GoToolchainException">There is no system log.</exception>
    public Syslog(string path)
    {
        _path = path;
        try
        {
            _socket = Connect(path);
        }
        catch (SocketException e)
        {
            throw new GoToolchainException(
                GoErrorCodes.OutputNotWritable,
                $"There is no system log: {e.Message.TrimEnd('.')}.",
                path,
                "Leave `--syslog` out: a systemd unit has its output in the journal anyway.",
                e
            );
        }
    }

    public void Write(GoRootEvent e)
    {
        var severity =
            e.Code is null ? Information
            : e.Kind == GoRootEventKind.HealFailed || e.State == GoRootState.Missing ? Error
            : Warning;
        var text = $"{e.Root}: {e.Message}{(e.Code is null ? "" : $" ({e.Code.Id})")}";
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"<{Daemon | severity}>{e.At.ToLocalTime():MMM} {e.At.ToLocalTime().Day, 2} {e.At.ToLocalTime():HH:mm:ss} gotoolchain[{Environment.ProcessId}]: {Visible.Text(text)}"
        );
        try
        {
            _socket ??= Connect(_path);
            _socket.Send(Encoding.UTF8.GetBytes(message));
        }
        catch (SocketException)
        {
            // The log is being started anew: the next event tries again.
            _socket?.Dispose();
            _socket = null;
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Socket Connect(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
