namespace GoToolchain.Environments.Shells;

/// <summary>A block of ours in a text.</summary>
/// <param name="Start">Where its first line begins.</param>
/// <param name="End">Behind the end of its last line.</param>
/// <param name="Line">The number of its first line, from 1 on.</param>
/// <param name="Block">What it says.</param>
/// <param name="IsIntact">It is as it was written.</param>
internal sealed record BlockPlace(int Start, int End, int Line, MarkedBlock Block, bool IsIntact)
{
    /// <summary>Every block of a text.</summary>
    /// <param name="text">Byte by byte (Latin-1).</param>
    /// <param name="broken">The number of a line with a mark that has no counterpart; 0: none.</param>
    public static IReadOnlyList<BlockPlace> FindAll(string text, out int broken)
    {
        broken = 0;
        var found = new List<BlockPlace>();
        var lines = new List<string>();
        var (start, first, number) = (0, 0, 0);
        for (var at = 0; at < text.Length; )
        {
            number++;
            var feed = text.IndexOf('\n', at);
            var next = feed < 0 ? text.Length : feed + 1;
            var line = text[at..next].TrimEnd('\n', '\r');
            if (line.StartsWith(MarkedBlock.Begin, StringComparison.Ordinal))
            {
                broken = lines.Count > 0 ? first : broken;
                (start, first) = (at, number);
                lines = [line];
            }
            else if (line == MarkedBlock.End && lines.Count == 0)
            {
                broken = number;
            }
            else if (lines.Count > 0)
            {
                lines.Add(line);
                if (line == MarkedBlock.End)
                {
                    var block = MarkedBlock.Parse(lines, out var isIntact);
                    found.Add(new BlockPlace(start, next, first, block, isIntact));
                    lines = [];
                }
            }

            at = next;
        }

        broken = lines.Count > 0 ? first : broken;
        return found;
    }
}
