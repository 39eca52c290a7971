using GoToolchain.Sources.Downloads;
using GoToolchain.Sources.Http;
using GoToolchain.Store;

namespace GoToolchain.Sources.Feeds;

/// <summary>Fetches an archive over HTTP, or takes it from the download directory when it is there.</summary>
/// <param name="http">The client.</param>
/// <param name="url">The archive.</param>
/// <param name="expected">What it must be, with its digest.</param>
internal sealed class ArchiveDownload(GoHttp http, Uri url, ArchiveExpectation expected)
{
    /// <summary>Receives and unpacks it.</summary>
    /// <param name="context">Where to put it.</param>
    /// <param name="cancel">Ends the work; what has come so far stays for the next time.</param>
    /// <exception cref="GoToolchainException">It cannot be had, or is not what was promised.</exception>
    public async Task<ReceivedArchive> ReceiveAsync(GoDeliveryContext context, CancellationToken cancel)
    {
        if (await ReceiveKeptAsync(context, cancel).ConfigureAwait(false) is { } kept)
        {
            return kept;
        }

        if (await ReceiveOnceAsync(context, mayRestart: true, cancel).ConfigureAwait(false) is { } received)
        {
            return received;
        }

        Staging.Clear(context.StagingDirectory);
        return (await ReceiveOnceAsync(context, mayRestart: false, cancel).ConfigureAwait(false))!;
    }

    private async Task<ReceivedArchive?> ReceiveKeptAsync(GoDeliveryContext context, CancellationToken cancel)
    {
        var file = Path.Combine(context.DownloadDirectory, expected.FileName);
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            return await ArchiveFile.ReceiveAsync(file, expected with { From = file }, context, cancel).ConfigureAwait(false);
        }
        catch (GoToolchainException e) when (e.IsBadContent)
        {
            SourceLog.KeptArchiveDamaged(context.Logger, file, e.Message);
            Staging.Clear(context.StagingDirectory);
            Staging.Delete(file);
            return null;
        }
    }

    // Null: what an earlier attempt left and what came now do not make the archive together, which is worth one attempt from zero.
    private async Task<ReceivedArchive?> ReceiveOnceAsync(GoDeliveryContext context, bool mayRestart, CancellationToken cancel)
    {
        using var partial = PartialDownload.Open(context.DownloadDirectory, expected);
        var body = new ResumingBody(http, url, partial, expected);
        await using (body.ConfigureAwait(false))
        {
            try
            {
                await body.OpenAsync(cancel).ConfigureAwait(false);
                var received = await ArchiveReceiver
                    .ReceiveAsync(body, expected with { IsLean = context.IsLean }, context.StagingDirectory, context.Progress, cancel)
                    .ConfigureAwait(false);
                partial.Complete();
                return received;
            }
            catch (GoToolchainException e) when (e.IsBadContent)
            {
                partial.Discard();
                if (body.Resumed == 0 || !mayRestart)
                {
                    throw;
                }

                SourceLog.PartialPoisoned(context.Logger, expected.FileName, e.Message);
                return null;
            }
            catch (HttpFailureException e)
            {
                partial.DiscardIfEmpty();
                throw e.ToError(expected.From);
            }
            catch
            {
                partial.DiscardIfEmpty();
                throw;
            }
        }
    }
}
