namespace GoToolchain.Benchmarks.Inputs;

/// <summary>Where benchmarks write: in memory where the system offers that, so that no disk is measured.</summary>
internal sealed class WorkDirectory : IDisposable
{
    private const string SharedMemory = "/dev/shm";
    private static int s_directories;
    private int _count;

    public WorkDirectory()
    {
        IsInMemory = Directory.Exists(SharedMemory);
        Root = Path.Combine(
            IsInMemory ? SharedMemory : Path.GetTempPath(),
            $"gotc-benchmark-{Environment.ProcessId}-{Interlocked.Increment(ref s_directories)}"
        );
        Directory.CreateDirectory(Root);
    }

    public string Root { get; }

    public bool IsInMemory { get; }

    /// <summary>A new, empty directory.</summary>
    public string Next(string name) =>
        Directory.CreateDirectory(Path.Combine(Root, $"{name}-{Interlocked.Increment(ref _count)}")).FullName;

    /// <summary>Removes one that a run has filled.</summary>
    public static void Remove(string directory)
    {
        // Go writes its module cache read-only.
        foreach (var sub in Directory.EnumerateDirectories(directory, "*", SearchOption.AllDirectories).Prepend(directory))
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(sub, File.GetUnixFileMode(sub) | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        Directory.Delete(directory, recursive: true);
    }

    public void Dispose() => Remove(Root);
}
