using System.Security.Cryptography;
using System.Text;

namespace GoToolchain.Sidecar.Sockets;

/// <summary>
/// A new directory for one socket that only this user may enter, and that is short enough. A lock in it, which the system takes away however this process
/// ends, tells the next one that nobody needs it any more.
/// </summary>
internal sealed class SocketDirectory : IDisposable
{
    // sun_path has 108 bytes with the zero at the end on Linux and Windows, and 104 on macOS (unix(7), afunix.h, sys/un.h).
    internal const int MostBytes = 103;

    private const string Prefix = "gotc-";
    private const string LockName = "lock";

    private static readonly TimeSpan s_startTime = TimeSpan.FromMinutes(1);

    private readonly FileStream _lock;
    private readonly string _directory;

    private SocketDirectory(string directory, FileStream held) => (_directory, _lock) = (directory, held);

    /// <summary>The path for the socket. Nothing is there.</summary>
    public string Socket => SocketIn(_directory);

    /// <summary>Creates one.</summary>
    /// <param name="sidecar">The name of the sidecar, for the message.</param>
    /// <param name="places">Where it may be, best first.</param>
    /// <exception cref="GoSidecarException"><see cref="GoSidecarErrorCodes.NoSocketDirectory"/>.</exception>
    public static SocketDirectory Create(string sidecar, IEnumerable<string> places)
    {
        var reasons = new List<string>();
        foreach (var place in places)
        {
            var directory = Path.Combine(place, Prefix + RandomNumberGenerator.GetHexString(12, lowercase: true));
            if (Encoding.UTF8.GetByteCount(SocketIn(directory)) is var length && length > MostBytes)
            {
                reasons.Add($"{place} (the path would have {length} bytes of at most {MostBytes})");
                continue;
            }

            try
            {
                RemoveLeftovers(place);
                return Create(directory);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                reasons.Add($"{place} ({e.Message})");
            }
        }

        throw new GoSidecarException(
            GoSidecarErrorCodes.NoSocketDirectory,
            sidecar,
            $"There is no directory for the socket of the sidecar {sidecar}. Tried: {string.Join(", ", reasons)}. "
                + "Set XDG_RUNTIME_DIR or TMPDIR to a short directory that this user can write, or use a TCP endpoint."
        );
    }

    /// <summary>Where sockets of this user belong.</summary>
    public static IEnumerable<string> Places()
    {
        if (
            !OperatingSystem.IsWindows()
            && Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } runtime
            && Directory.Exists(runtime)
        )
        {
            yield return runtime;
        }

        yield return Path.GetTempPath();
        if (!OperatingSystem.IsWindows())
        {
            yield return "/tmp";
        }
    }

    /// <summary>Removes the socket of a sidecar that was killed: Go does not listen where one is.</summary>
    public void RemoveSocket() => File.Delete(Socket);

    public void Dispose()
    {
        _lock.Dispose();
        TryRemove(_directory);
    }

    private static SocketDirectory Create(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            // The temporary directory of a user is closed to others there.
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

#pragma warning disable CA2000 // What is returned owns it.
        return new SocketDirectory(directory, Lock(directory, FileMode.CreateNew));
#pragma warning restore CA2000
    }

    // What processes that were killed have left.
    private static void RemoveLeftovers(string place)
    {
        foreach (var directory in Directory.EnumerateDirectories(place, Prefix + "????????????"))
        {
            try
            {
                // One that is just being made has no lock yet.
                if (DateTime.UtcNow - Directory.GetCreationTimeUtc(directory) > s_startTime)
                {
                    Lock(directory, FileMode.OpenOrCreate).Dispose();
                    TryRemove(directory);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // In use, or another user's.
            }
        }
    }

    private static void TryRemove(string directory)
    {
        try
        {
            Directory.Delete(directory, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next one that is created tries again.
        }
    }

    private static FileStream Lock(string directory, FileMode mode) =>
        new(Path.Combine(directory, LockName), mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);

    private static string SocketIn(string directory) => Path.Combine(directory, "s");
}
