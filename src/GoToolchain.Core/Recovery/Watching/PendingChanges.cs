using System.Diagnostics;

namespace GoToolchain.Recovery.Watching;

/// <summary>What has been touched since the last look. It takes bounded room, however much was.</summary>
internal sealed class PendingChanges
{
    private const int MostPaths = 512;
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    /// <summary>The touched files: relative. Not all when <see cref="IsWhole"/>.</summary>
    public IReadOnlyCollection<string> Paths => _paths;

    /// <summary>All of the tree has to be looked at.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Events were lost.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>Another directory may stand there.</summary>
    public bool IsRootTouched { get; private set; }

    /// <summary>When the first and the last change was noticed: <see cref="Stopwatch"/> ticks.</summary>
    public (long First, long Last) At { get; private set; }

    /// <summary>How many changes were told, each time that a file was touched.</summary>
    public long Count { get; private set; }

    /// <summary>Nothing was touched.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>A file was touched.</summary>
    public void AddFile(string path)
    {
        Mark();
        if (_paths.Count < MostPaths)
        {
            _paths.Add(path);
        }
        else if (!_paths.Contains(path))
        {
            IsWhole = true;
        }
    }

    /// <summary>A directory was made, moved, removed, or had its permissions changed.</summary>
    public void AddDirectory(string path)
    {
        AddFile(path);
        IsWhole = true;
    }

    /// <summary>Events were lost.</summary>
    public void AddOverflow()
    {
        Mark();
        (IsWhole, Overflowed) = (true, true);
    }

    /// <summary>The root has gone, has come, or is another one.</summary>
    public void AddRoot()
    {
        Mark();
        (IsWhole, IsRootTouched) = (true, true);
    }

    private void Mark()
    {
        var now = Stopwatch.GetTimestamp();
        At = (Count == 0 ? now : At.First, now);
        Count++;
    }
}
