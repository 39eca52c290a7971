using System.Text;

namespace GoToolchain.Inspection.Linkage.Tracing;

/// <summary>Cuts bytes into lines, and gives lines that are longer than any real one to nobody.</summary>
/// <param name="onLine">Told each line, without its end.</param>
internal sealed class BoundedLines(Action<string> onLine)
{
    // Two paths of PATH_MAX, each byte escaped, and what stands around them.
    private const int LongestLine = 1 << 16;

    private readonly List<byte> _line = [];
    private bool _isTooLong;

    /// <summary>Takes bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOf((byte)'\n') is >= 0 and var end)
        {
            Keep(bytes[..end]);
            if (!_isTooLong)
            {
                onLine(Encoding.UTF8.GetString([.. _line]));
            }

            _line.Clear();
            _isTooLong = false;
            bytes = bytes[(end + 1)..];
        }

        Keep(bytes);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        _isTooLong |= _line.Count + bytes.Length > LongestLine;
        if (!_isTooLong)
        {
            _line.AddRange(bytes);
        }
    }
}
