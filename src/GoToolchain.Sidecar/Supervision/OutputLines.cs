using System.Globalization;
using System.Text.RegularExpressions;

namespace GoToolchain.Sidecar.Supervision;

/// <summary>What one run of a sidecar has printed: all that is needed until it is ready, then the last lines for messages.</summary>
/// <param name="portLine">Where its port is; null: in no line.</param>
internal sealed class OutputLines(Regex? portLine)
{
    private const int MostBeforeReady = 10_000;
    private const int LinesOfMessages = 20;

    private readonly object _lock = new();
    private readonly Queue<string> _lines = new();
    private int _most = MostBeforeReady;
    private int? _port;

    /// <summary>The port that it has printed.</summary>
    public int? Port
    {
        get
        {
            lock (_lock)
            {
                return _port;
            }
        }
    }

    /// <summary>The last lines, one below the other; empty when it has printed nothing.</summary>
    public string Tail
    {
        get
        {
            lock (_lock)
            {
                return string.Join('\n', _lines.TakeLast(LinesOfMessages).Select(l => "  " + l));
            }
        }
    }

    public void Add(string line)
    {
        var port = ReadPort(line);
        lock (_lock)
        {
            _port ??= port;
            _lines.Enqueue(line);
            while (_lines.Count > _most)
            {
                _lines.Dequeue();
            }
        }
    }

    /// <summary>It is ready: nobody asks for older lines any more.</summary>
    public void KeepTail()
    {
        lock (_lock)
        {
            _most = LinesOfMessages;
        }
    }

    public bool Any(Func<string, bool> matches)
    {
        string[] lines;
        lock (_lock)
        {
            lines = [.. _lines];
        }

        return lines.Any(matches);
    }

    private int? ReadPort(string line) =>
        portLine?.Match(line) is { Success: true } match
        && int.TryParse(match.Groups["port"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : null;
}
