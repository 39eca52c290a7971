using System.Text.Json;
using GoToolchain.Sources.Http;
using GoToolchain.Store;
using GoToolchain.Verification;

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

    /// <inheritdoc/>
    public async Task<Sha256Digest> ReadDigestAsync(string fileName, CancellationToken cancel)
    {
        var url = At(fileName + ".sha256");
        try
        {
            return await FetchAsync(
                    url,
                    DigestText.LargestFile,
                    bytes => DigestText.Parse(bytes) ?? throw Malformed("What came is not a SHA-256.", inner: null),
                    cancel
                )
                .ConfigureAwait(false);
        }
        catch (HttpFailureException e)
        {
            throw e.ToError(Text(url));
        }
    }

    /// <inheritdoc/>
    public async Task ProbeAsync(string fileName, CancellationToken cancel)
    {
        var url = At(fileName);
        try
        {
            using var answer = await http.GetAsync(url, new HttpRange(0, To: 0), cancel).ConfigureAwait(false);
            if (answer.IsPage || await answer.ReadAsync(new byte[1], cancel).ConfigureAwait(false) == 0)
            {
                throw Malformed("What came is no archive.", inner: null);
            }
        }
        catch (HttpFailureException e)
        {
            throw e.ToError(Text(url));
        }
    }

    private async Task<FeedIndex> FetchIndexAsync(Uri url, CancellationToken cancel) =>
        await FetchAsync(
                url,
                http.Limits.IndexBytes,
                bytes =>
                {
                    try
                    {
                        return FeedIndex.Parse(bytes);
                    }
                    catch (JsonException e)
                    {
                        throw Malformed(e.Message, e);
                    }
                },
                cancel
            )
            .ConfigureAwait(false);

    private async Task<T> FetchAsync<T>(Uri url, int most, Parser<T> parse, CancellationToken cancel) =>
        await HttpRetry
            .ForRequest(http.Limits, http.Clock)
            .ExecuteAsync(async token => await FetchOnceAsync(url, most, parse, token).ConfigureAwait(false), cancel)
            .ConfigureAwait(false);

    private async Task<T> FetchOnceAsync<T>(Uri url, int most, Parser<T> parse, CancellationToken cancel)
    {
        using var answer = await http.GetAsync(url, range: null, cancel).ConfigureAwait(false);
        using var bytes = new MemoryStream((int)Math.Clamp(answer.TotalSize ?? 0, Math.Min(1 << 16, most), most));
        var buffer = new byte[1 << 16];
        for (int count; (count = await answer.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0; )
        {
            if (bytes.Length + count > most)
            {
                throw Malformed(
                    most >> 20 > 0 ? $"The index is larger than {most >> 20} MB." : $"It is larger than {most} bytes.",
                    inner: null
                );
            }

            bytes.Write(buffer.AsSpan(0, count));
        }

        return parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private delegate T Parser<T>(ReadOnlySpan<byte> bytes);

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
