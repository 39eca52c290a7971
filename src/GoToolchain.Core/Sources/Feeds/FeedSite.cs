using System.Text.Json;
using GoToolchain.Sources.Http;
using GoToolchain.Store;

namespace GoToolchain.Sources.Feeds;

/// <summary>A feed on a web server: go.dev itself, or a mirror shaped like it.</summary>
/// <param name="address">Its base address.</param>
/// <param name="http">The client.</param>
internal sealed class FeedSite(Uri address, GoHttp http) : IFeedPlace
{
    /// <inheritdoc/>
    public string Address { get; } = Redaction.WithoutPasswords(address.ToString());

    /// <inheritdoc/>
    public bool NeedsNetwork => true;

    /// <inheritdoc/>
    public async Task<FeedIndex> ReadIndexAsync(CancellationToken cancel)
    {
        var live = At("", "mode=json&include=all");
        try
        {
            return await FetchIndexAsync(live, cancel).ConfigureAwait(false);
        }
        catch (HttpFailureException e) when (e.Kind is HttpFailureKind.Refused or HttpFailureKind.Malformed)
        {
            // A static mirror cannot answer a query: it has the index as a file.
            try
            {
                return await FetchIndexAsync(At("index.json"), cancel).ConfigureAwait(false);
            }
            catch (HttpFailureException second) when (second.Status is 404 or 403 or 410)
            {
                throw e.ToError(Text(live));
            }
            catch (HttpFailureException second)
            {
                throw second.ToError(Text(At("index.json")));
            }
        }
        catch (HttpFailureException e)
        {
            throw e.ToError(Text(live));
        }
    }

    /// <inheritdoc/>
    public async Task<(ReceivedArchive Archive, string From)> ReceiveAsync(
        GoRelease release,
        GoDeliveryContext context,
        CancellationToken cancel
    )
    {
        var url = At(release.FileName);
        var expected = new ArchiveExpectation(release.FileName, Text(url), release.Size, release.Digest);
        return (await new ArchiveDownload(http, url, expected).ReceiveAsync(context, cancel).ConfigureAwait(false), expected.From);
    }

    private async Task<FeedIndex> FetchIndexAsync(Uri url, CancellationToken cancel) =>
        await HttpRetry
            .ForRequest(http.Limits, http.Clock)
            .ExecuteAsync(async token => await FetchOnceAsync(url, token).ConfigureAwait(false), cancel)
            .ConfigureAwait(false);

    private async Task<FeedIndex> FetchOnceAsync(Uri url, CancellationToken cancel)
    {
        using var answer = await http.GetAsync(url, range: null, cancel).ConfigureAwait(false);
        using var bytes = new MemoryStream((int)Math.Clamp(answer.TotalSize ?? 0, 1 << 16, http.Limits.IndexBytes));
        var buffer = new byte[1 << 16];
        for (int count; (count = await answer.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0; )
        {
            if (bytes.Length + count > http.Limits.IndexBytes)
            {
                throw Malformed($"The index is larger than {http.Limits.IndexBytes >> 20} MB.", inner: null);
            }

            bytes.Write(buffer.AsSpan(0, count));
        }

        try
        {
            return FeedIndex.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }
        catch (JsonException e)
        {
            throw Malformed(e.Message, e);
        }
    }

    // What the base has after its path, such as a token, is kept for every file.
    private Uri At(string file, string query = "")
    {
        var own = address.Query.TrimStart('?');
        return new UriBuilder(address)
        {
            Path = address.AbsolutePath.TrimEnd('/') + "/" + Uri.EscapeDataString(file),
            Query = own.Length > 0 && query.Length > 0 ? own + "&" + query : own + query,
        }.Uri;
    }

    private static string Text(Uri url) => Redaction.WithoutPasswords(url.ToString());

    private static HttpFailureException Malformed(string problem, Exception? inner) =>
        new(
            HttpFailureKind.Malformed,
            problem,
            "Check the address of the mirror; a captive portal or a proxy may be in the way: open that address in a browser.",
            inner
        );
}
