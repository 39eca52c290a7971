namespace GoToolchain.Execution;

/// <summary>Keeps the end of what a program says, so that a failure can quote it.</summary>
internal sealed class LastLines
{
    private const int MostLines = 20;
    private const int MostLength = 500;

    private readonly Queue<string> _lines = new();
    private bool _isCut;

    /// <summary>Nothing was said.</summary>
    public bool IsEmpty => _lines.Count == 0;

    /// <summary>Adds a line.</summary>
    /// <param name="line">Without its end.</param>
    public void Add(string line)
    {
        if (_lines.Count == MostLines)
        {
            _lines.Dequeue();
            _isCut = true;
        }

        _lines.Enqueue(line.Length <= MostLength ? line : line[..MostLength] + "…");
    }

    /// <summary>The lines.</summary>
    public override string ToString() => (_isCut ? "…\n" : "") + string.Join('\n', _lines);
}
