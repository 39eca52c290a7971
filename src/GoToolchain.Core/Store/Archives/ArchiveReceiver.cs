using System.Runtime.ExceptionServices;

namespace GoToolchain.Store;

/// <summary>Reads an archive once: hashes and unpacks it at the same time.</summary>
internal static class ArchiveReceiver
{
    private static readonly TimeSpan s_reportEvery = TimeSpan.FromMilliseconds(60);

    /// <summary>
    /// Reads the archive to its end and unpacks it into an empty directory. What is unpacked is verified only when this method returns; when it
    /// throws, the directory holds something that must be thrown away.
    /// </summary>
    /// <param name="body">The bytes of the archive, from its first on.</param>
    /// <param name="expected">What it must be.</param>
    /// <param name="directory">An existing, empty directory to unpack into.</param>
    /// <param name="progress">Where to report bytes and files.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="GoToolchainException">The bytes are not what was promised (<c>GOTC2004</c>, <c>GOTC2005</c>).</exception>
    /// <exception cref="IOException">The directory cannot be written, or the body not be read.</exception>
    public static async Task<ReceivedArchive> ReceiveAsync(
        Stream body,
        ArchiveExpectation expected,
        string directory,
        IProgress<GoProgress> progress,
        CancellationToken cancel
    )
    {
        var root = Directory.CreateDirectory(Path.Combine(directory, "go")).FullName;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var hashing = new HashingBody(body, expected);
        using var writer = new TreeWriter(root, stop, expected.IsLean);
        var timer = new Timer(_ => Report(), null, s_reportEvery, s_reportEvery);
        await using (timer.ConfigureAwait(false))
        {
            var isZip = expected.FileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
            var unpacking = Task.Factory.StartNew(
                () => isZip ? UnpackZip(hashing, writer, directory, expected, stop) : UnpackTarGz(hashing, writer, expected, stop),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
            var pumping = hashing.PumpAsync(stop.Token);
            await Task.WhenAll(pumping, unpacking).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
            ThrowCause(pumping, unpacking, hashing, writer, expected, cancel);
            hashing.Check();
            Report();
            return new ReceivedArchive(root, hashing.Digest, await unpacking.ConfigureAwait(false));
        }

        void Report() =>
            progress.Report(
                new GoProgress(GoProgressPhase.Downloading, Bytes: hashing.Received, TotalBytes: expected.Size, Files: writer.Files)
            );
    }

    private static Manifest UnpackTarGz(HashingBody hashing, TreeWriter writer, ArchiveExpectation expected, CancellationTokenSource stop)
    {
        using var packed = hashing.Pipe.OpenRead(stop.Token);
        try
        {
            TarGzUnpacker.Unpack(packed, () => hashing.Received, new ArchiveEntryRules(expected.From), writer, stop.Token);
            packed.CopyTo(Stream.Null);
            return writer.Complete();
        }
        catch (Exception e) when (IsAboutContent(e) && expected.Digest is not null)
        {
            // What cannot be unpacked is most often damaged on the way: the digest over all bytes is the better witness.
            packed.CopyTo(Stream.Null);
            throw;
        }
        catch
        {
            stop.Cancel();
            throw;
        }
    }

    private static Manifest UnpackZip(
        HashingBody hashing,
        TreeWriter writer,
        string directory,
        ArchiveExpectation expected,
        CancellationTokenSource stop
    )
    {
        // A zip has its table of contents at the end, so it can be unpacked only from a file.
        var file = Path.Combine(directory, ".archive");
        try
        {
            using var copy = new FileStream(file, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, 0, FileOptions.DeleteOnClose);
            using var packed = hashing.Pipe.OpenRead(stop.Token);
            packed.CopyTo(copy);
            hashing.Check();
            copy.Position = 0;
            ZipUnpacker.Unpack(copy, new ArchiveEntryRules(expected.From), writer, stop.Token);
            return writer.Complete();
        }
        catch
        {
            stop.Cancel();
            throw;
        }
    }

    private static bool IsAboutContent(Exception e) =>
        e is InvalidDataException or EndOfStreamException or FormatException
        || (e is GoToolchainException refusal && refusal.Code == GoErrorCodes.ArchiveRefused);

    // Stages end each other; the exception that counts is the one that says why.
    private static void ThrowCause(
        Task pumping,
        Task unpacking,
        HashingBody hashing,
        TreeWriter writer,
        ArchiveExpectation expected,
        CancellationToken cancel
    )
    {
        if (pumping.IsCompletedSuccessfully && unpacking.IsCompletedSuccessfully)
        {
            return;
        }

        cancel.ThrowIfCancellationRequested();
        var failures = new[] { pumping, unpacking }
            .SelectMany(t => t.Exception?.Flatten().InnerExceptions ?? Enumerable.Empty<Exception>())
            .Prepend(writer.Failure)
            .OfType<Exception>()
            .ToList();
        var cause = failures.Find(e => e is not OperationCanceledException) ?? failures[0];
        if (pumping.IsCompletedSuccessfully && IsAboutContent(cause))
        {
            hashing.Check();
        }

        if (cause is InvalidDataException or EndOfStreamException or FormatException && !pumping.IsFaulted)
        {
            throw new GoToolchainException(
                GoErrorCodes.ArchiveRefused,
                $"The archive cannot be unpacked: {cause.Message}",
                expected.From,
                "It is damaged at its origin, or no release archive at all: use another one.",
                cause
            );
        }

        ExceptionDispatchInfo.Throw(cause);
    }
}
