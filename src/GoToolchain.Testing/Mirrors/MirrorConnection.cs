using System.Net.Sockets;
using System.Text;

namespace GoToolchain.Testing.Mirrors;

/// <summary>One connection of a client.</summary>
/// <param name="Socket">The socket.</param>
/// <param name="Stream">What goes over it, deciphered.</param>
internal sealed record MirrorConnection(Socket Socket, Stream Stream)
{
    private const int MaxHead = 64 << 10;

    /// <summary>Waits for a request.</summary>
    /// <returns>Null when the client has no more, or what it sends is no request.</returns>
    public async Task<MirrorRequest?> ReadAsync(CancellationToken cancel)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!EndsHead(head))
        {
            // One byte at a time: nothing that follows the head is taken away from whoever reads next.
            if (head.Count >= MaxHead || await Stream.ReadAsync(one, cancel).ConfigureAwait(false) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        if (lines.FirstOrDefault()?.Split(' ') is not [_, var target, _])
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var parts in lines.Skip(1).Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2))
        {
            headers[parts[0]] = parts[1].Trim();
        }

        return new MirrorRequest(Uri.UnescapeDataString(target.Split('?')[0]), target, headers);
    }

    /// <summary>What was sent last may be lost with the connection, as when a machine crashes.</summary>
    public void ResetAtEnd() => Socket.LingerState = new LingerOption(true, 0);

    private static bool EndsHead(List<byte> head) => head.Count >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n';
}
