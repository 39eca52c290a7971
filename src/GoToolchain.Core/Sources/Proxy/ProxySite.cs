using GoToolchain.Sources.Http;

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
    public async Task<bool> CopyAsync(string path, Stream target, long maxBytes, Action<long, long?>? received, CancellationToken cancel)
    {
        var url = new UriBuilder(address) { Path = address.AbsolutePath.TrimEnd('/') + "/" + path }.Uri;
        try
        {
            await HttpRetry
                .ForRequest(http.Limits, http.Clock)
                .ExecuteAsync(
                    async token =>
                    {
                        target.SetLength(0);
                        await CopyOnceAsync(url, target, maxBytes, received, token).ConfigureAwait(false);
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

    private async Task CopyOnceAsync(Uri url, Stream target, long maxBytes, Action<long, long?>? received, CancellationToken cancel)
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
                throw Malformed($"The server sends more than the {maxBytes:N0} bytes that the file may have.");
            }

            await target.WriteAsync(buffer.AsMemory(0, count), cancel).ConfigureAwait(false);
            received?.Invoke(sum, answer.TotalSize);
        }
    }

    private static HttpFailureException Malformed(string problem) =>
        new(
            HttpFailureKind.Malformed,
            problem,
            "Check the address in GOPROXY or GOSUMDB; a captive portal or a proxy may be in the way: open that address in a browser."
        );
}
