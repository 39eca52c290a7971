using GoToolchain.Locating;
using Microsoft.Win32.SafeHandles;

namespace GoToolchain.Recovery.Watching;

internal sealed partial class InotifyWatch
{
    private const uint InTree =
        Inotify.Modify
        | Inotify.Attributes
        | Inotify.CloseWrite
        | Inotify.MovedFrom
        | Inotify.MovedTo
        | Inotify.Create
        | Inotify.Delete
        | Inotify.DeleteSelf
        | Inotify.MoveSelf
        | Inotify.OnlyDirectory;

    private const uint Above = Inotify.DeleteSelf | Inotify.MoveSelf | Inotify.OnlyDirectory | Inotify.AddToMask;

    // The root itself, or the link to it, by its name.
    private const uint Holder = Above | Inotify.Create | Inotify.Delete | Inotify.MovedFrom | Inotify.MovedTo;

    private readonly Dictionary<int, string> _directories = [];
    private SafeFileHandle? _inotify;
    private (uint, uint, ulong)? _identity;
    private string _resolved = "";
    private LinkResolver _links = new();

    // Everything anew. Where the root is not there, nothing is watched, and it is asked for every 50 ms.
    private void Arm()
    {
        _inotify?.Dispose();
        _inotify = null;
        _directories.Clear();
        _links = new LinkResolver();
        Obstacle = null;
        _identity = IdentityOf(_root);
        if (_identity is null)
        {
            return;
        }

        _inotify = Inotify.Open(out var error);
        if (_inotify is null)
        {
            Obstacle = WatchLimit.Of(error, _root, directories: null);
            return;
        }

        _resolved = _links.Resolve(_root) ?? _root;
        foreach (var path in (string[])[_root, _resolved])
        {
            AddAbove(path);
        }

        AddTree("");
        if (IdentityOf(_root) != _identity)
        {
            // It has been replaced meanwhile: the next look sees that it is another one.
            _identity = (0, 0, 0);
        }
    }

    private void AddAbove(string path)
    {
        var mask = Holder;
        for (var parent = Path.GetDirectoryName(path); parent is not null; parent = Path.GetDirectoryName(parent))
        {
            _ = Inotify.Watch(_inotify!, parent, mask, out _);
            mask = Above;
        }
    }

    // A directory is watched before it is listed: what is made in it in between is seen twice, and nothing never.
    private void AddTree(string top)
    {
        var ahead = new Stack<string>();
        ahead.Push(top);
        while (ahead.TryPop(out var path))
        {
            var full = Path.Combine(_root, path);
            var watch = Inotify.Watch(_inotify!, full, InTree, out var error);
            if (watch >= 0)
            {
                _directories[watch] = path;
            }
            else if (error == Inotify.NoWatchLeft)
            {
                Obstacle ??= WatchLimit.Of(error, _root, _directories.Count);
                return;
            }
            else
            {
                continue;
            }

            foreach (var name in DirectoriesIn(full))
            {
                ahead.Push(path.Length == 0 ? name : $"{path}/{name}");
            }
        }
    }

    private void RemoveTree(string top)
    {
        var below = top + "/";
        foreach (
            var (watch, path) in _directories.Where(d => d.Value == top || d.Value.StartsWith(below, StringComparison.Ordinal)).ToList()
        )
        {
            _directories.Remove(watch);
            Inotify.Unwatch(_inotify!, watch);
        }
    }

    private List<string> DirectoriesIn(string directory)
    {
        try
        {
            return [.. new DirectoryInfo(directory).EnumerateDirectories().Where(IsOfTree).Select(d => d.Name)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has gone, or may not be read; the look at the whole tree says which.
            return [];
        }
    }

    // As in TreeListing: a link that leads out of the tree belongs to it, one that leads into it would show the same twice.
    private bool IsOfTree(DirectoryInfo directory)
    {
        if (!directory.Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            return true;
        }

        var target = new LinkResolver().Resolve(directory.FullName);
        return target is not null && !IsBelow(target, _resolved) && !IsBelow(_resolved, target);
    }

    private static bool IsBelow(string path, string directory) =>
        path == directory || path.StartsWith(directory.TrimEnd('/') + "/", StringComparison.Ordinal);
}
