using System.Text;

namespace GoToolchain.Testing.Mirrors;

/// <summary>Sends one answer byte by byte, as its fault says.</summary>
/// <param name="connection">Where to.</param>
/// <param name="fault">What goes wrong on the way.</param>
/// <param name="cancel">The mirror ends.</param>
internal sealed class MirrorBody(MirrorConnection connection, MirrorFault fault, CancellationToken cancel)
{
    private const int Block = 1 << 20;
    private const int DripBlock = 4096;

    /// <summary>Sends it.</summary>
    /// <param name="status">For example <c>200 OK</c>.</param>
    /// <param name="body">The body.</param>
    /// <param name="headers">Lines of the head; null: none.</param>
    /// <returns>False: the connection is to be cut.</returns>
    public async Task<bool> SendAsync(string status, byte[] body, params string?[] headers)
    {
        if (fault.GzipEncoded)
        {
            body = ReleaseArchive.Gzip(body);
            headers = [.. headers, "Content-Encoding: gzip"];
        }

        var isOpen = fault.GrowBy > 0 || fault.Endless;
        var length = isOpen ? "Connection: close" : $"Content-Length: {fault.AnnounceLength ?? body.Length}";
        var head = string.Concat(headers.Append(length).OfType<string>().Select(h => h + "\r\n"));
        await connection.Stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{head}\r\n"), cancel).ConfigureAwait(false);
        body = fault.GrowBy > 0 ? [.. body, .. new byte[fault.GrowBy]] : body;
        await WriteAsync(body).ConfigureAwait(false);
        if (fault.StallAfter is not null)
        {
            await Task.Delay(Timeout.Infinite, cancel).ConfigureAwait(false);
        }

        if (fault.Reset)
        {
            connection.ResetAtEnd();
        }

        return fault.CutAfter is null && !isOpen && fault.AnnounceLength is null;
    }

    private async Task WriteAsync(byte[] body)
    {
        var stop = Math.Min(fault.CutAfter ?? long.MaxValue, fault.StallAfter ?? long.MaxValue);
        var block = fault.Drip is null ? Block : DripBlock;
        var end = Math.Min(stop, body.Length);
        for (long sent = 0; sent < end; )
        {
            var count = (int)Math.Min(block, end - sent);
            await WriteBlockAsync(body.AsMemory((int)sent, count)).ConfigureAwait(false);
            sent += count;
        }

        var zeros = new byte[block];
        while (fault.Endless && stop == long.MaxValue)
        {
            // Ends when the client goes away, or the mirror does.
            await WriteBlockAsync(zeros).ConfigureAwait(false);
        }
    }

    private async Task WriteBlockAsync(ReadOnlyMemory<byte> bytes)
    {
        await connection.Stream.WriteAsync(bytes, cancel).ConfigureAwait(false);
        if (fault.Drip is { } pause)
        {
            await connection.Stream.FlushAsync(cancel).ConfigureAwait(false);
            await Task.Delay(pause, cancel).ConfigureAwait(false);
        }
    }
}
