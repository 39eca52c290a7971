using System.Text.RegularExpressions;

namespace GoToolchain.Sidecar;

/// <summary>Where a sidecar is reached.</summary>
public sealed class GoSidecarEndpoint
{
    private GoSidecarEndpoint(string description, bool isSocket = false, int? port = null, Regex? line = null) =>
        (Description, IsSocket, FixedPort, PortLine) = (description, isSocket, port, line);

    /// <summary>
    /// A Unix-domain socket in a directory that only this user may enter. Its path is in the environment variable <c>GOTC_SIDECAR_SOCKET</c> of the
    /// sidecar, and stands for <c>{socket}</c> in its arguments and variables. Windows has such sockets from version 10 (1803) on, and Go can listen on them.
    /// </summary>
    public static GoSidecarEndpoint UnixSocket { get; } = new("its socket", isSocket: true);

    /// <summary>None: it talks through its standard streams, or not at all.</summary>
    public static GoSidecarEndpoint None { get; } = new("nothing");

    /// <summary>
    /// A TCP port of the loopback address that the sidecar prints: it listens on port 0, so that the system gives it one which nobody else can have.
    /// Any user of the machine can connect to it.
    /// </summary>
    /// <param name="pattern">
    /// A regular expression with a group <c>port</c>, searched for in each line: <c>listening on \S+:(?&lt;port&gt;\d+)</c>. The sidecar is not ready before.
    /// </param>
    public static GoSidecarEndpoint TcpFromLine(string pattern)
    {
        var line = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return line.GetGroupNames().Contains("port")
            ? new GoSidecarEndpoint($"the port in a line that matches `{pattern}`", line: line)
            : throw new ArgumentException($"`{pattern}` has no group `port`.", nameof(pattern));
    }

    /// <summary>A TCP port of the loopback address, by number. Any user of the machine can connect to it, or take it before.</summary>
    /// <param name="port">From 1 to 65535. Stands for <c>{port}</c> in arguments and variables.</param>
    public static GoSidecarEndpoint Tcp(int port)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(port, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, 65535);
        return new GoSidecarEndpoint(FormattableString.Invariant($"port {port}"), port: port);
    }

    internal string Description { get; }

    internal bool IsSocket { get; }

    internal int? FixedPort { get; }

    internal Regex? PortLine { get; }

    internal bool IsNone => !IsSocket && FixedPort is null && PortLine is null;
}
