using GoToolchain.Sources.Http;
using GoToolchain.Store;
using Polly;

namespace GoToolchain.Sources.Downloads;

/// <summary>
/// The bytes of an archive from its first on: what an earlier attempt left, then the network; when the connection is cut it is taken up where it
/// broke off. All that comes is added to the partial download.
/// </summary>
internal sealed class ResumingBody : ReadOnlyStream
{
    // A server that ends every connection after a few bytes would keep us busy for ever.
    private const int MostConnections = 100;

    private readonly GoHttp _http;
    private readonly Uri _url;
    private readonly PartialDownload _partial;
    private readonly ArchiveExpectation _expected;
    private readonly ResiliencePipeline _retry;
    private HttpAnswer? _answer;
    private long _position;
    private long _skip;
    private int _connections;

    /// <summary>Creates the stream; nothing is asked for before <see cref="OpenAsync"/>.</summary>
    /// <param name="http">The client.</param>
    /// <param name="url">The archive.</param>
    /// <param name="partial">What is there of it.</param>
    /// <param name="expected">What it must be.</param>
    public ResumingBody(GoHttp http, Uri url, PartialDownload partial, ArchiveExpectation expected)
    {
        (_http, _url, _partial, _expected) = (http, url, partial, expected);
        _retry = HttpRetry.ForBody(http.Limits, http.Clock);
    }

    /// <summary>How many bytes an earlier attempt had left.</summary>
    public long Resumed { get; private set; }

    /// <summary>Bytes of the whole file, as the server says; null when it does not.</summary>
    public long? TotalSize => _expected.Size ?? _answer?.TotalSize;

    /// <summary>
    /// Asks the server, before any old byte is used: only its answer tells whether they still belong to the file.
    /// </summary>
    /// <param name="cancel">Ends the wait.</param>
    public async Task OpenAsync(CancellationToken cancel)
    {
        Resumed = _partial.Length;
        if (Resumed > 0 && Resumed == _expected.Size)
        {
            return;
        }

        await HttpRetry
            .ForRequest(_http.Limits, _http.Clock)
            .ExecuteAsync(async token => await ConnectAsync(token).ConfigureAwait(false), cancel)
            .ConfigureAwait(false);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position < Resumed)
        {
            var old = _partial.Read(_position, buffer.Span[..(int)Math.Min(buffer.Length, Resumed - _position)]);
            _position += old;
            return old;
        }

        try
        {
            return await _retry
                .ExecuteAsync(
                    static (state, token) => state.Body.ReadOnceAsync(state.Buffer, token),
                    (Body: this, Buffer: buffer),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (HttpFailureException e)
        {
            throw e.ToError(_expected.From);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer) => throw new NotSupportedException("The network is read asynchronously.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _answer?.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadOnceAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        if (_answer is null)
        {
            if (_partial.Length == _expected.Size)
            {
                return 0;
            }

            await ConnectAsync(cancel).ConfigureAwait(false);
        }

        try
        {
            while (_skip > 0)
            {
                var skipped = await _answer!.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _skip)], cancel).ConfigureAwait(false);
                _skip = skipped == 0 ? throw Ended() : _skip - skipped;
            }

            var count = await FillAsync(buffer, cancel).ConfigureAwait(false);
            if (count == 0)
            {
                // Of a file of unknown length the end is only known by the digest.
                return _expected.Size is null || _position == _expected.Size ? 0 : throw Ended();
            }

            _partial.Append(buffer.Span[..count]);
            _position += count;
            return count;
        }
        catch (HttpFailureException)
        {
            _answer?.Dispose();
            _answer = null;
            throw;
        }
    }

    // The first read brings enough to tell an archive from a page, before any of it is written.
    private async ValueTask<int> FillAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        var count = await _answer!.ReadAsync(buffer, cancel).ConfigureAwait(false);
        if (_position > 0)
        {
            return count;
        }

        while (count is 1)
        {
            var more = await _answer.ReadAsync(buffer[1..], cancel).ConfigureAwait(false);
            if (more == 0)
            {
                break;
            }

            count += more;
        }

        return count == 0 || ArchiveShape.Fits(buffer.Span[..count], _expected)
            ? count
            : throw ArchiveShape.NotAnArchive(_expected, buffer.Span[..count]);
    }

    private async Task ConnectAsync(CancellationToken cancel)
    {
        if (++_connections > MostConnections)
        {
            throw new HttpFailureException(
                HttpFailureKind.Refused,
                $"The server cut the connection {MostConnections} times.",
                "Run the command again: it goes on where it stopped; or use another mirror."
            );
        }

        // From the second connection on there may be bytes under way that an earlier one brought.
        var have = _partial.Length;
        var range = have > 0 ? _partial.Rest with { From = have } : null;
        HttpAnswer answer;
        try
        {
            answer = await _http.GetAsync(_url, range, cancel).ConfigureAwait(false);
        }
        catch (HttpFailureException e) when (e.Status == 416 && have > 0 && _position == 0)
        {
            // The server's file is not longer than what we have: it is another one.
            Resumed = 0;
            answer = await _http.GetAsync(_url, range: null, cancel).ConfigureAwait(false);
            have = 0;
        }

        try
        {
            Accept(answer, have);
            _answer = answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private void Accept(HttpAnswer answer, long have)
    {
        if (answer.IsPage)
        {
            throw ArchiveShape.NotAnArchive(_expected, "<"u8);
        }

        if (_expected.Size is { } size && answer.TotalSize is { } total && total != size)
        {
            throw ArchiveShape.WrongSize(_expected, total);
        }

        if (answer.IsPartial && (have == 0 || answer.From != have))
        {
            throw new HttpFailureException(
                HttpFailureKind.Malformed,
                $"The server sends another part of the file than was asked for (from {answer.From} in place of {have}).",
                "Use another mirror."
            );
        }

        if (answer.IsPartial)
        {
            return;
        }

        if (_position == 0)
        {
            // The file has changed since, or the server knows no ranges: from the start.
            Resumed = 0;
            _partial.Restart(answer);
        }
        else
        {
            // It knows no ranges, and a part has already been passed on: that part is read past. The digest tells if it has changed.
            _skip = have;
        }
    }

    private static HttpFailureException Ended() =>
        new(
            HttpFailureKind.Cut,
            "The connection ended before the announced size was reached, so the file is truncated.",
            "Run the command again: it goes on where it stopped; or use another mirror."
        );
}
