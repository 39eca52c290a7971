using GoToolchain.Sources.Downloads;
using GoToolchain.Sources.Http;
using GoToolchain.Store;

namespace GoToolchain.Sources.Proxy;

/// <summary>A module proxy, or a checksum database, on a web server.</summary>
/// <param name="address">Its base address.</param>
/// <param name="http">The client.</param>
internal sealed class ProxySite(Uri address, GoHttp http) : IProxyPlace
{
    private const int Block = 1 << 16;

    /// <inheritdoc/>
    public string Address { get; } = Redaction.WithoutPasswords(address.ToString().TrimEnd('/'));

    /// <inheritdoc/>
    public bool NeedsNetwork => true;

    /// <inheritdoc/>
    public async Task<bool> CopyAsync(string path, Stream target, long maxBytes, CancellationToken cancel)
    {
        var url = UrlOf(path);
        try
        {
            await HttpRetry
                .ForRequest(http.Limits, http.Clock)
                .ExecuteAsync(
                    async token =>
                    {
                        target.SetLength(0);
                        await CopyOnceAsync(url, target, maxBytes, token).ConfigureAwait(false);
                    },
                    cancel
                )
                .ConfigureAwait(false);
            return true;
        }
        catch (HttpFailureException e) when (e.Status is 404 or 410)
        {
            return false;
        }
        catch (HttpFailureException e)
        {
            throw e.ToError(Redaction.WithoutPasswords(url.ToString()));
        }
    }

    /// <inheritdoc/>
    public async Task<ModuleFile?> FetchAsync(string path, long maxBytes, GoDeliveryContext context, CancellationToken cancel)
    {
        var url = UrlOf(path);
        var from = Redaction.WithoutPasswords(url.ToString());
        var expected = new ArchiveExpectation(path[(path.LastIndexOf('/') + 1)..], from, Size: null, Digest: null);
#pragma warning disable CA2000 // It is the caller's, in a ModuleFile, or is abandoned below.
        var partial = PartialDownload.Open(context.DownloadDirectory, expected);
#pragma warning restore CA2000
        try
        {
            var body = new ResumingBody(http, url, partial, expected);
            await using (body.ConfigureAwait(false))
            {
                await ReceiveAsync(body, maxBytes, context.Progress, cancel).ConfigureAwait(false);
                partial.Content.Position = 0;
                return new ModuleFile(partial.Content, from, partial, body.Resumed > 0);
            }
        }
        catch (Exception e)
        {
            Abandon(partial, e);
            switch (e)
            {
                case HttpFailureException { Status: 404 or 410 }:
                    return null;
                case HttpFailureException failure:
                    throw failure.ToError(from);
                default:
                    throw;
            }
        }
    }

    // What is of no use to a next attempt goes, the rest stays.
    private static void Abandon(PartialDownload partial, Exception cause)
    {
        if (cause is GoToolchainException { IsBadContent: true } or HttpFailureException { Kind: HttpFailureKind.Malformed })
        {
            partial.Discard();
        }
        else
        {
            partial.DiscardIfEmpty();
            partial.Dispose();
        }
    }

    private static async Task ReceiveAsync(ResumingBody body, long maxBytes, IProgress<GoProgress> progress, CancellationToken cancel)
    {
        await body.OpenAsync(cancel).ConfigureAwait(false);
        long sum = 0;
        var buffer = new byte[Block];
        while (body.TotalSize is null || body.TotalSize <= maxBytes)
        {
            var count = await body.ReadAsync(buffer, cancel).ConfigureAwait(false);
            if (count == 0)
            {
                return;
            }

            sum += count;
            if (sum > maxBytes)
            {
                break;
            }

            progress.Report(new GoProgress(GoProgressPhase.Downloading, Bytes: sum, TotalBytes: body.TotalSize));
        }

        throw TooLarge(maxBytes);
    }

    private Uri UrlOf(string path) => new UriBuilder(address) { Path = address.AbsolutePath.TrimEnd('/') + "/" + path }.Uri;

    private async Task CopyOnceAsync(Uri url, Stream target, long maxBytes, CancellationToken cancel)
    {
        using var answer = await http.GetAsync(url, range: null, cancel).ConfigureAwait(false);
        if (answer.IsPage)
        {
            throw Malformed("The server sends a web page instead of the file.");
        }

        long sum = 0;
        var buffer = new byte[Block];
        for (int count; (count = await answer.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0; )
        {
            sum += count;
            if (sum > maxBytes || answer.TotalSize > maxBytes)
            {
                throw TooLarge(maxBytes);
            }

            await target.WriteAsync(buffer.AsMemory(0, count), cancel).ConfigureAwait(false);
        }
    }

    private static HttpFailureException TooLarge(long maxBytes) =>
        Malformed($"The server sends more than the {maxBytes:N0} bytes that the file may have.");

    private static HttpFailureException Malformed(string problem) =>
        new(
            HttpFailureKind.Malformed,
            problem,
            "Check the address in GOPROXY or GOSUMDB; a captive portal or a proxy may be in the way: open that address in a browser."
        );
}
