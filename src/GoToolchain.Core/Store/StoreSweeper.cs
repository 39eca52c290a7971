using GoToolchain.Recovery.Journal;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Store;

/// <summary>
/// Removes what a killed process left behind. Everything in <c>staging/</c> is named after a toolchain, and is only touched by the holder of
/// that toolchain's lock: so what the holder finds there belongs to nobody.
/// </summary>
internal sealed partial class StoreSweeper(StoreLayout layout, HostMachine host, ILogger logger)
{
    /// <summary>The name inside a staging directory of a tree that is being replaced, where the volume cannot exchange two names.</summary>
    public const string OldTree = "old";

    /// <summary>Tidies one toolchain. The caller holds its lock.</summary>
    /// <param name="name">The toolchain.</param>
    /// <param name="keepRecords">Receipt and manifest stay when the tree is gone: it is about to be made anew.</param>
    public void Sweep(string name, bool keepRecords = false)
    {
        var isMending = new RepairJournals(layout).Find(name) is not null;
        foreach (var directory in StagingOf(name))
        {
            var old = Path.Combine(directory, OldTree);
            if (Directory.Exists(old) && !Directory.Exists(layout.Toolchain(name)))
            {
                Directory.Move(old, layout.Toolchain(name));
                LogPutBack(logger, name);
            }

            // A repair that was interrupted is finished by the next one, with what it has left there.
            if (!isMending)
            {
                Delete(directory);
            }
        }

        if (!Directory.Exists(layout.Toolchain(name)) && !isMending && !keepRecords)
        {
            DeleteFile(layout.Receipt(name));
            DeleteFile(layout.Manifest(name));
        }
    }

    /// <summary>Tidies all other toolchains that nobody works on at this moment. Whatever it cannot tidy, it leaves.</summary>
    /// <param name="name">The toolchain whose lock the caller holds; null: none.</param>
    public void SweepOthers(string? name)
    {
        try
        {
            foreach (var other in Names().Where(n => n != name).Distinct().ToList())
            {
                using var held = ToolchainLock.TryAcquire(layout, other, host);
                if (held is not null)
                {
                    Sweep(other);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or GoToolchainException)
        {
            LogNotSwept(logger, layout.Directory, e);
        }
    }

    /// <summary>Deletes a directory or file in staging if it is there. What cannot be deleted is left to the next sweep.</summary>
    /// <param name="directory">The directory.</param>
    public void Delete(string directory)
    {
        try
        {
            if (Directory.Exists(directory))
            {
                Directory.Delete(directory, recursive: true);
            }
            else
            {
                DeleteFile(directory);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotSwept(logger, directory, e);
        }
    }

    private IEnumerable<string> StagingOf(string name) =>
        Directory.Exists(layout.Staging) ? Directory.GetFileSystemEntries(layout.Staging).Where(d => NameOf(d) == name) : [];

    private IEnumerable<string> Names()
    {
        var staged = Directory.Exists(layout.Staging) ? Directory.GetFileSystemEntries(layout.Staging).Select(NameOf) : [];
        var receipts = Directory.Exists(layout.Receipts)
            ? Directory.GetFiles(layout.Receipts, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!)
            : [];
        return staged.Concat(receipts.Where(n => !Directory.Exists(layout.Toolchain(n))));
    }

    // `go1.24.4.linux-amd64.k3x9…` in staging belongs to `go1.24.4.linux-amd64`.
    private static string NameOf(string directory) => Path.GetFileNameWithoutExtension(directory);

    private static void DeleteFile(string file)
    {
        if (File.Exists(file))
        {
            File.Delete(file);
        }
    }

    [LoggerMessage(2, LogLevel.Warning, "Put the previous tree of {Toolchain} back: a replacement had been interrupted.")]
    private static partial void LogPutBack(ILogger logger, string toolchain);

    [LoggerMessage(3, LogLevel.Debug, "Left in place for the next run: {Path}")]
    private static partial void LogNotSwept(ILogger logger, string path, Exception e);
}
