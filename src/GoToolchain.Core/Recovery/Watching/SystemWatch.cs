namespace GoToolchain.Recovery.Watching;

/// <summary>
/// Watches by what .NET offers, where there is no inotify: Windows and macOS. A timer looks four times in a second whether the root is still the same
/// directory; when it is not, or events were lost, the whole tree is to be looked at.
/// </summary>
internal sealed class SystemWatch : TreeWatch
{
    private static readonly TimeSpan s_heartbeat = TimeSpan.FromMilliseconds(100);
    private readonly string _root;
    private readonly object _arming = new();
    private readonly Timer _timer;
    private FileSystemWatcher? _watcher;
    private DateTime? _identity;

    /// <summary>Begins to watch.</summary>
    /// <param name="root">GOROOT: absolute. It need not exist.</param>
    public SystemWatch(string root)
    {
        _root = root;
        Arm();
        _timer = new Timer(_ => LookAround(), null, s_heartbeat, s_heartbeat);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _timer.Dispose();
        lock (_arming)
        {
            _watcher?.Dispose();
            _watcher = null;
        }

        base.Dispose(disposing);
    }

    private void LookAround()
    {
        if (IdentityOf(_root) != _identity)
        {
            Arm();
            Note(static p => p.AddRoot());
        }
    }

    private void Arm()
    {
        lock (_arming)
        {
            _watcher?.Dispose();
            _watcher = null;
            _identity = IdentityOf(_root);
            if (_identity is null)
            {
                return;
            }

            try
            {
                _watcher = new FileSystemWatcher(_root) { IncludeSubdirectories = true, InternalBufferSize = 64 * 1024 };
                _watcher.NotifyFilter |=
                    NotifyFilters.Size | NotifyFilters.Attributes | NotifyFilters.CreationTime | NotifyFilters.Security;
                _watcher.Changed += (_, e) => Note(p => p.AddFile(PathOf(e.FullPath)));
                _watcher.Created += (_, e) => Note(p => p.AddDirectory(PathOf(e.FullPath)));
                _watcher.Deleted += (_, e) => Note(p => p.AddDirectory(PathOf(e.FullPath)));
                _watcher.Renamed += (_, e) => Note(p => p.AddDirectory(PathOf(e.FullPath)));
                _watcher.Error += (_, _) =>
                {
                    // The next look begins anew.
                    _identity = null;
                    Note(static p => p.AddOverflow());
                };
                _watcher.EnableRaisingEvents = true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                _identity = null;
            }
        }
    }

    private string PathOf(string file) => Path.GetRelativePath(_root, file).Replace(Path.DirectorySeparatorChar, '/');

    private static DateTime? IdentityOf(string directory) =>
        new DirectoryInfo(directory) is { Exists: true } info ? info.CreationTimeUtc : null;
}
