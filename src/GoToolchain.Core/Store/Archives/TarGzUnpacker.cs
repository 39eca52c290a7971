using System.Formats.Tar;
using System.IO.Compression;

namespace GoToolchain.Store;

/// <summary>Unpacks a <c>.tar.gz</c> release while its bytes arrive: one thread inflates, one reads entries, several write.</summary>
internal static class TarGzUnpacker
{
    private const int BlockSize = 512 << 10;
    private const int Blocks = 8;

    /// <summary>Reads the stream to its end and writes the tree. Blocks.</summary>
    /// <param name="body">The compressed bytes.</param>
    /// <param name="received">How many of them have arrived so far.</param>
    /// <param name="rules">What entries may be.</param>
    /// <param name="writer">Where the files go.</param>
    /// <param name="cancel">Ends the work.</param>
    public static void Unpack(Stream body, Func<long> received, ArchiveEntryRules rules, TreeWriter writer, CancellationToken cancel)
    {
        var pipe = new BlockPipe(BlockSize, Blocks);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var inflating = Task.Factory.StartNew(
            () => Inflate(body, received, rules, pipe, giveUp.Token),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        try
        {
            using var inflated = pipe.OpenRead(cancel);
            ReadEntries(inflated, rules, writer);
            inflated.CopyTo(Stream.Null, BlockSize);
        }
        finally
        {
            giveUp.Cancel();
            inflating.GetAwaiter().GetResult();
        }
    }

    private static void Inflate(Stream body, Func<long> received, ArchiveEntryRules rules, BlockPipe pipe, CancellationToken cancel)
    {
        try
        {
            using var gzip = new GZipStream(body, CompressionMode.Decompress, leaveOpen: true);
            using var guard = new InflateGuard(gzip, received, rules);
            int count;
            do
            {
                var buffer = pipe.RentAsync(cancel).AsTask().GetAwaiter().GetResult();
                count = guard.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
                pipe.SendAsync(buffer, count, cancel).AsTask().GetAwaiter().GetResult();
            } while (count == BlockSize);

            pipe.Complete();
        }
#pragma warning disable CA1031 // Nothing is hidden: the reader of the pipe gets the exception.
        catch (Exception e)
#pragma warning restore CA1031
        {
            pipe.Complete(e);
        }
    }

    private static void ReadEntries(Stream inflated, ArchiveEntryRules rules, TreeWriter writer)
    {
        using var reader = new TarReader(inflated, leaveOpen: true);
        while (reader.GetNextEntry() is { } entry)
        {
            switch (entry.EntryType)
            {
                case TarEntryType.RegularFile or TarEntryType.V7RegularFile:
                    var path = rules.File(entry.Name, entry.Length);
                    writer.Add(
                        path,
                        entry.Length,
                        FileAttributesToSet.Of(entry.Mode, entry.ModificationTime),
                        entry.DataStream ?? Stream.Null
                    );
                    break;
                case TarEntryType.Directory:
                    rules.Directory(entry.Name);
                    break;
                case TarEntryType.GlobalExtendedAttributes:
                    break;
                case TarEntryType.SymbolicLink or TarEntryType.HardLink:
                    throw rules.Refuse(entry.Name, $"it is a link, to `{entry.LinkName}`");
                default:
                    throw rules.Refuse(entry.Name, $"it is neither a file nor a directory ({entry.EntryType})");
            }
        }
    }
}
