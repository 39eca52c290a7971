namespace GoToolchain.Testing.Sidecars;

/// <summary>What a sidecar has printed, for assertions and messages.</summary>
internal sealed class SidecarLines
{
    // A sidecar that prints without end must not fill the memory of the test host. The oldest lines go first.
    private const int MostLines = 100_000;
    private const int LinesOfMessages = 30;

    private readonly object _lock = new();
    private readonly Queue<GoSidecarLine> _lines = new();
    private TaskCompletionSource? _waiting;
    private long _dropped;
    private long _start;

    /// <summary>All that are kept, over all starts.</summary>
    public IReadOnlyList<GoSidecarLine> All => From(0).Lines;

    /// <summary>The last lines of the present start, one below the other; empty when it has printed nothing.</summary>
    public string Tail
    {
        get
        {
            var lines = From(Start).Lines;
            var tail = lines.TakeLast(LinesOfMessages).Select(l => "  " + l.Text);
            return string.Join('\n', lines.Count > LinesOfMessages ? tail.Prepend("  …") : tail);
        }
    }

    private long Start
    {
        get
        {
            lock (_lock)
            {
                return _start;
            }
        }
    }

    public void Add(GoSidecarLine line)
    {
        TaskCompletionSource? waiting;
        lock (_lock)
        {
            if (_lines.Count == MostLines)
            {
                _lines.Dequeue();
                _dropped++;
            }

            _lines.Enqueue(line);
            (waiting, _waiting) = (_waiting, null);
        }

        waiting?.SetResult();
    }

    /// <summary>A new start of the sidecar: what it printed before no longer counts in searches.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            _start = _dropped + _lines.Count;
        }
    }

    /// <summary>The first line of the present start that matches.</summary>
    public GoSidecarLine? Find(Func<string, bool> matches) => First(From(Start).Lines, matches);

    /// <summary>Waits for the first line of the present start that matches.</summary>
    /// <param name="matches">Called for each line once.</param>
    /// <param name="ended">Complete when no more lines come.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Null when no more lines come.</returns>
    public async Task<GoSidecarLine?> WaitAsync(Func<string, bool> matches, Task ended, CancellationToken cancel)
    {
        var position = Start;
        while (true)
        {
            // Asked before the lines: what was printed before the end is among them.
            var isOver = ended.IsCompleted;
            var (lines, next, more) = From(position);
            if (First(lines, matches) is { } line)
            {
                return line;
            }

            if (isOver)
            {
                return null;
            }

            position = next;
            await Task.WhenAny(more, ended).WaitAsync(cancel).ConfigureAwait(false);
        }
    }

    private static GoSidecarLine? First(List<GoSidecarLine> lines, Func<string, bool> matches)
    {
        var found = lines.FindIndex(l => matches(l.Text));
        return found < 0 ? null : lines[found];
    }

    // The lines from a position on, the position after them, and a task that is complete when there are more.
    private (List<GoSidecarLine> Lines, long Next, Task More) From(long position)
    {
        lock (_lock)
        {
            _waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return ([.. _lines.Skip((int)Math.Max(0, position - _dropped))], _dropped + _lines.Count, _waiting.Task);
        }
    }
}
