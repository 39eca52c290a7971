namespace GoToolchain.MSBuild.Testing;

/// <summary>What a test printed: all of it when it is of a size for people, otherwise its beginning and its end.</summary>
internal sealed class BoundedLines
{
    private const int MostChars = 256 * 1024;

    private readonly List<OutputLine> _head = [];
    private readonly Queue<OutputLine> _tail = [];
    private int _headChars;
    private int _tailChars;
    private int _left;

    /// <summary>The lines, with one that says how many are left out.</summary>
    public IEnumerable<OutputLine> Lines =>
        _left == 0 ? _head.Concat(_tail) : [.. _head, new OutputLine($"... {_left} lines are left out here ...", ""), .. _tail];

    /// <summary>Takes a line.</summary>
    public void Add(OutputLine line)
    {
        if (_headChars < MostChars)
        {
            _head.Add(line);
            _headChars += line.Text.Length + 1;
            return;
        }

        _tail.Enqueue(line);
        _tailChars += line.Text.Length + 1;
        while (_tailChars > MostChars)
        {
            _tailChars -= _tail.Dequeue().Text.Length + 1;
            _left++;
        }
    }

    /// <summary>Forgets everything: nobody asks what a test printed that passed.</summary>
    public void Clear()
    {
        _head.Clear();
        _tail.Clear();
        (_headChars, _tailChars, _left) = (0, 0, 0);
    }
}
