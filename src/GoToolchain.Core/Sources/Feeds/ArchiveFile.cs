using GoToolchain.Sources.Downloads;
using GoToolchain.Store;

namespace GoToolchain.Sources.Feeds;

/// <summary>A release archive in a file of this machine.</summary>
internal static class ArchiveFile
{
    /// <summary>Reads, checks and unpacks it.</summary>
    /// <param name="file">The archive: absolute.</param>
    /// <param name="expected">What it must be.</param>
    /// <param name="context">Where to put it.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="GoToolchainException">It cannot be read, or is not what was promised.</exception>
    public static async Task<ReceivedArchive> ReceiveAsync(
        string file,
        ArchiveExpectation expected,
        GoDeliveryContext context,
        CancellationToken cancel
    )
    {
        FileStream body;
        try
        {
            // No buffer: the receiver reads in large blocks.
            body = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GoToolchainException(
                GoErrorCodes.SourceUnavailable,
                e is FileNotFoundException or DirectoryNotFoundException
                    ? "There is no such archive."
                    : $"The archive cannot be read: {e.Message}",
                file,
                "Check its name and that this user may read it.",
                e
            );
        }

        await using (body.ConfigureAwait(false))
        {
            if (expected.Size is { } size && body.Length != size)
            {
                throw ArchiveShape.WrongSize(expected, body.Length);
            }

            var head = new byte[2];
            if (
                await body.ReadAtLeastAsync(head, 2, throwOnEndOfStream: false, cancel).ConfigureAwait(false) < 2
                || !ArchiveShape.Fits(head, expected)
            )
            {
                throw ArchiveShape.NotAnArchive(expected, head);
            }

            body.Position = 0;
            return await ArchiveReceiver
                .ReceiveAsync(body, expected with { IsLean = context.IsLean }, context.StagingDirectory, context.Progress, cancel)
                .ConfigureAwait(false);
        }
    }
}
