using System.Net;

namespace GoToolchain.Sources.Http;

/// <summary>An answer whose body is still to be read.</summary>
/// <param name="message">The answer.</param>
/// <param name="body">Its body.</param>
/// <param name="limits">How long a silence may last.</param>
/// <param name="clock">The clock for it.</param>
internal sealed class HttpAnswer(HttpResponseMessage message, Stream body, HttpLimits limits, TimeProvider clock) : IDisposable
{
    /// <summary>Only a part of the file, from <see cref="From"/> on.</summary>
    public bool IsPartial => message.StatusCode == HttpStatusCode.PartialContent;

    /// <summary>Where the part begins; 0 for a whole file, null when the server does not say.</summary>
    public long? From => IsPartial ? message.Content.Headers.ContentRange?.From : 0;

    /// <summary>Bytes of the whole file; null when the server does not say.</summary>
    public long? TotalSize => IsPartial ? message.Content.Headers.ContentRange?.Length : message.Content.Headers.ContentLength;

    /// <summary>The validator of the file, fit for <c>If-Range</c>: a strong ETag (RFC 9110, 8.8.1).</summary>
    public string? ETag => message.Headers.ETag is { IsWeak: false } tag ? tag.Tag : null;

    /// <summary>When the file was last changed.</summary>
    public DateTimeOffset? LastModified => message.Content.Headers.LastModified;

    /// <summary>The body is a web page.</summary>
    public bool IsPage => message.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml";

    /// <summary>Reads some bytes of the body.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>0 at the end.</returns>
    /// <exception cref="HttpFailureException">The connection is cut, or silent for too long.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        using var stall = new CancellationTokenSource(limits.Stall, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(stall.Token, cancel);
        try
        {
            return await body.ReadAsync(buffer, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new HttpFailureException(
                HttpFailureKind.Stalled,
                $"The transfer stalled: nothing came for {limits.Stall.TotalSeconds:0.#} s.",
                "Run the command again: it goes on where it stopped. If it stays so, use another mirror.",
                e
            );
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            cancel.ThrowIfCancellationRequested();
            throw new HttpFailureException(
                HttpFailureKind.Cut,
                $"The connection was cut before the end, so the file is truncated: {e.Message.TrimEnd('.')}.",
                "Run the command again: it goes on where it stopped.",
                e
            );
        }
    }

    public void Dispose()
    {
        body.Dispose();
        message.Dispose();
    }
}
