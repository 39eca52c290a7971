using System.Text;
using GoToolchain.Recovery.Content;

namespace GoToolchain.Recovery.Watching;

internal sealed partial class InotifyWatch
{
    private const uint Appears = Inotify.Create | Inotify.MovedTo;

    // struct inotify_event: the watch, what happened, a cookie, and the length of the name that follows, which ends with NULs. In the order of bytes
    // of the machine.
    private void Handle(ReadOnlySpan<byte> events)
    {
        var (isInDoubt, overflowed) = (false, false);
        while (events.Length >= Inotify.EventSize)
        {
            var watch = BitConverter.ToInt32(events);
            var mask = BitConverter.ToUInt32(events[4..]);
            var length = BitConverter.ToInt32(events[12..]);
            var name = Encoding.UTF8.GetString(events.Slice(Inotify.EventSize, length).TrimEnd((byte)0));
            events = events[(Inotify.EventSize + length)..];
            overflowed |= (mask & Inotify.Overflow) != 0;
            isInDoubt |= (mask & Inotify.Unmount) != 0;
            if ((mask & Inotify.Ignored) != 0)
            {
                _directories.Remove(watch);
            }
            else if (_directories.TryGetValue(watch, out var directory))
            {
                Handle(directory, name, mask);
            }
        }

        if (overflowed || isInDoubt)
        {
            Arm();
            Note(overflowed ? static p => p.AddOverflow() : static p => p.AddRoot());
        }
    }

    private void Handle(string directory, string name, uint mask)
    {
        if (name.Length == 0)
        {
            // Of the directory itself: its parent tells the same, but the root has none in the tree.
            if (directory.Length == 0)
            {
                Note((mask & (Inotify.DeleteSelf | Inotify.MoveSelf)) != 0 ? static p => p.AddRoot() : static p => p.AddDirectory(""));
            }

            return;
        }

        var path = directory.Length == 0 ? name : $"{directory}/{name}";
        var isDirectory = (mask & Inotify.IsDirectory) != 0 || IsLinkToDirectory(path, mask);
        if (isDirectory && (mask & Appears) != 0)
        {
            AddTree(path);
        }
        else if (isDirectory && (mask & Inotify.MovedFrom) != 0)
        {
            RemoveTree(path);
        }

        // A name that is no UTF-8 cannot be asked for.
        if (isDirectory || name.Contains('\ufffd', StringComparison.Ordinal))
        {
            Note(p => p.AddDirectory(path));
        }
        else
        {
            Note(p => p.AddFile(path));
        }
    }

    private bool IsLinkToDirectory(string path, uint mask)
    {
        var full = Path.Combine(_root, path);
        return (mask & Appears) != 0
            && FileState.Of(full).Kind == FileStateKind.Link
            && IsOfTree(new DirectoryInfo(full))
            && Directory.Exists(full);
    }
}
