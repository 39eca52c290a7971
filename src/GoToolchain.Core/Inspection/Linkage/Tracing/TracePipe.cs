using System.Runtime.InteropServices;

namespace GoToolchain.Inspection.Linkage.Tracing;

/// <summary>
/// A named pipe through which a tracer tells what it sees, so that a long trace is neither kept in memory nor on disk. It is held open for reading and
/// writing: so nobody waits for the other side, and the end is a line that we write ourselves when the tracer is gone.
/// </summary>
internal sealed partial class TracePipe : IDisposable
{
    private const string End = "== end ==";

    private readonly FileStream _stream;

    private TracePipe(string path)
    {
        Path = path;
        _stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
    }

    /// <summary>Where it is: absolute.</summary>
    public string Path { get; }

    /// <summary>Creates one.</summary>
    /// <param name="directory">A directory of our own.</param>
    /// <exception cref="IOException">The file system there knows no pipes.</exception>
    public static TracePipe Create(string directory)
    {
        var path = System.IO.Path.Combine(directory, "trace");
        if (
            MakeFifo(
                path,
                0x180 /* 0600 */
            ) != 0
        )
        {
            throw new IOException($"No pipe can be made at {path}: error {Marshal.GetLastPInvokeError()}.");
        }

        return new TracePipe(path);
    }

    /// <summary>Reads lines until <see cref="Finish"/> is called, and all that was written before is read.</summary>
    /// <param name="onLine">Told each line.</param>
    public Task ReadAsync(Action<string> onLine) =>
        Task.Factory.StartNew(() => Read(onLine), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Says that nobody writes any more.</summary>
    public void Finish()
    {
        // The line before may have been cut off when the tracer was killed.
        _stream.Write("\n== end ==\n"u8);
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private void Read(Action<string> onLine)
    {
        var isEnd = false;
        var lines = new BoundedLines(line =>
        {
            isEnd |= line == End;
            if (!isEnd)
            {
                onLine(line);
            }
        });
        var buffer = new byte[1 << 16];
        while (!isEnd)
        {
            lines.Add(buffer.AsSpan(0, _stream.Read(buffer)));
        }
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MakeFifo(string path, uint mode);
}
