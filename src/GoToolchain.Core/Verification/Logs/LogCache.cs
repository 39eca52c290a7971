using GoToolchain.Inspection;
using GoToolchain.Store;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Verification.Logs;

/// <summary>
/// What a store keeps of a checksum database: the newest head, tiles and answers. All of it is proved again when it is used; the head alone is
/// believed, for it is the memory that a rewritten log is held against.
/// </summary>
/// <param name="layout">The store.</param>
/// <param name="name">The name of the database.</param>
/// <param name="host">The machine.</param>
/// <param name="lockTimeout">How long to wait for another process.</param>
/// <param name="logger">Where to log what cannot be kept.</param>
internal sealed partial class LogCache(StoreLayout layout, string name, HostMachine host, TimeSpan lockTimeout, ILogger logger)
{
    private const string HeadName = "latest";
    private const string LockName = "sumdb";
    private const int MaxBytes = 1 << 20;

    private readonly string _directory = Path.Combine(layout.ChecksumDatabases, Uri.EscapeDataString(name));

    /// <summary>Where the newest head is.</summary>
    public string HeadFile => Path.Combine(_directory, HeadName);

    /// <summary>The note of the newest head that was seen.</summary>
    /// <returns>Null when none was.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.StoreNotWritable"/>: there is one, and it cannot be read.</exception>
    public byte[]? ReadHead()
    {
        try
        {
            return Read(HeadName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without it a rewritten log would not be noticed.
            throw StoreFailure.Of(e, HeadFile);
        }
    }

    /// <summary>Reads what was kept under a path.</summary>
    /// <returns>Null when there is nothing that can be read.</returns>
    public byte[]? TryRead(string path)
    {
        try
        {
            return Read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps something. A store that cannot be written makes the next proof slower and no worse.</summary>
    public void Keep(string path, ReadOnlySpan<byte> bytes)
    {
        try
        {
            Write(path, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotKept(logger, path, e.Message);
        }
    }

    /// <summary>
    /// Replaces the newest head by one that was proved to contain it. Another process may have put a newer one there since: then nothing is written,
    /// and it is returned to be compared.
    /// </summary>
    /// <param name="seen">What <see cref="ReadHead"/> gave.</param>
    /// <param name="head">The new one.</param>
    /// <param name="cancel">Ends the wait for the lock.</param>
    /// <returns>False when there is another one now than was seen.</returns>
    public async Task<bool> ReplaceHeadAsync(byte[]? seen, ReadOnlyMemory<byte> head, CancellationToken cancel)
    {
        try
        {
            using var held = await ToolchainLock.AcquireAsync(layout, LockName, host, lockTimeout, null, cancel).ConfigureAwait(false);
            if (!ReadHead().AsSpan().SequenceEqual(seen))
            {
                return false;
            }

            Write(HeadName, head.Span);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException || IsNotWritable(e))
        {
            LogNotKept(logger, HeadName, e.Message);
        }

        return true;
    }

    private static bool IsNotWritable(Exception e) => e is GoToolchainException error && error.Code == GoErrorCodes.StoreNotWritable;

    private byte[]? Read(string path)
    {
        var file = Path.Combine(_directory, path);
        return FileFacts.Of(file) is { Kind: FileKind.File, Length: > 0 and <= MaxBytes } ? File.ReadAllBytes(file) : null;
    }

    private void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var file = Path.Combine(_directory, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = $"{file}.{Path.GetRandomFileName()}";
        try
        {
            File.WriteAllBytes(draft, bytes.ToArray());
            File.Move(draft, file, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    [LoggerMessage(2101, LogLevel.Warning, "{Path} of the checksum database cannot be kept in the store: {Reason}")]
    private static partial void LogNotKept(ILogger logger, string path, string reason);
}
