using System.Text;

namespace GoToolchain.Sidecar.Children;

/// <summary>Reads the lines of a pipe on a thread of its own, for as long as anybody has its other end.</summary>
internal static class LineReader
{
    private const int LongestLine = 64 * 1024;

    // A thread and not the pool: a test host whose pool is busy must not stop a sidecar, which waits when its pipe is full.
    public static Task Start(Stream pipe, Action<string> onLine)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                Read(pipe, onLine);
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // The other end is gone, or a process that left the tree holds it and is waited for no longer.
            }

            done.SetResult();
        })
        {
            IsBackground = true,
            Name = "GoSidecar output",
        };
        thread.Start();
        return done.Task;
    }

    private static void Read(Stream pipe, Action<string> onLine)
    {
        using var reader = new StreamReader(pipe, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        var line = new StringBuilder();
        var buffer = new char[4096];
        int count;
        while ((count = reader.Read(buffer, 0, buffer.Length)) > 0)
        {
            foreach (var c in buffer.AsSpan(0, count))
            {
                if (c != '\n')
                {
                    line.Append(c);
                }

                if (c == '\n' || line.Length == LongestLine)
                {
                    End(line, onLine);
                }
            }
        }

        if (line.Length > 0)
        {
            End(line, onLine);
        }
    }

    private static void End(StringBuilder line, Action<string> onLine)
    {
        var text = line.ToString();
        line.Clear();
        onLine(text.EndsWith('\r') ? text[..^1] : text);
    }
}
