using System.Globalization;

namespace GoToolchain.Store;

/// <summary>
/// A lock between processes, and between threads of one process, on a name in the store. The operating system gives it back when its
/// holder ends, however it ends. A second file beside it says who holds it, for messages only.
/// </summary>
internal sealed class ToolchainLock : IDisposable
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(250);

    private readonly FileStream _file;
    private readonly string _holderFile;

    private ToolchainLock(FileStream file, string holderFile) => (_file, _holderFile) = (file, holderFile);

    /// <summary>Waits for the lock.</summary>
    /// <param name="layout">The store.</param>
    /// <param name="name">What is locked: a toolchain's name, or another name without <c>/</c>.</param>
    /// <param name="host">For the clock.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="waiting">Told once, with the holder in words, when the lock is not free; null: nobody.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.LockTimeout"/> or <see cref="GoErrorCodes.StoreNotWritable"/>.</exception>
    public static async Task<ToolchainLock> AcquireAsync(
        StoreLayout layout,
        string name,
        HostMachine host,
        TimeSpan timeout,
        Action<string>? waiting,
        CancellationToken cancel
    )
    {
        var started = host.Clock.GetTimestamp();
        for (var pause = s_firstPause; ; pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause)
        {
            cancel.ThrowIfCancellationRequested();
            var held = TryAcquire(layout, name, host);
            if (held is not null)
            {
                return held;
            }

            if (waiting is not null)
            {
                waiting(Holder(layout, name));
                waiting = null;
            }

            if (host.Clock.GetElapsedTime(started) >= timeout)
            {
                throw new GoToolchainException(
                    GoErrorCodes.LockTimeout,
                    $"`{name}` is locked by {Holder(layout, name)}, and that did not end within {timeout.TotalSeconds:0.#} s.",
                    layout.Lock(name),
                    "Wait for that process or end it, or allow more time with --lock-timeout or GOTC_LOCK_TIMEOUT (seconds)."
                );
            }

            await Task.Delay(pause, host.Clock, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Takes the lock when it is free.</summary>
    /// <returns>Null when somebody holds it.</returns>
    public static ToolchainLock? TryAcquire(StoreLayout layout, string name, HostMachine host)
    {
        FileStream file;
        try
        {
            Directory.CreateDirectory(layout.Locks);
#pragma warning disable CA2000 // The lock that is returned owns it.
            file = new FileStream(layout.Lock(name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 0);
#pragma warning restore CA2000
        }
        catch (IOException e) when (IsContention(e))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(e, layout.Lock(name));
        }

        var holder = Path.ChangeExtension(layout.Lock(name), ".holder");
        try
        {
            File.WriteAllText(
                holder,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"process {Environment.ProcessId}, since {host.Clock.GetUtcNow():yyyy-MM-dd HH:mm:ss}Z"
                )
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Only the message of somebody who waits will be poorer; a full disk shows where it matters.
        }

        return new ToolchainLock(file, holder);
    }

    public void Dispose()
    {
        try
        {
            File.Delete(_holderFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // As above: it is only for messages.
        }

        _file.Dispose();
    }

    // ERROR_SHARING_VIOLATION on Windows; EWOULDBLOCK (11 on Linux, 35 on macOS and BSD) from flock elsewhere.
    private static bool IsContention(IOException e) => e.HResult is unchecked((int)0x80070020) or 11 or 35;

    private static string Holder(StoreLayout layout, string name)
    {
        try
        {
            var text = File.ReadAllText(Path.ChangeExtension(layout.Lock(name), ".holder")).Trim();
            return text.Length is > 0 and < 200 ? text : "another process";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }
}
