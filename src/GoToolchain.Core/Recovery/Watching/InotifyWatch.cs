using System.Runtime.Versioning;
using GoToolchain.Inspection;
using GoToolchain.Locating;
using Microsoft.Win32.SafeHandles;

namespace GoToolchain.Recovery.Watching;

/// <summary>
/// Watches by inotify(7): each directory of the tree for what happens in it, the directories above for being moved or removed, those that hold the
/// root and the link to it for another root, and the mount table. Whatever leaves a doubt begins anew: all watches are set again, and the whole
/// tree is to be looked at.
/// </summary>
/// <remarks>
/// Not <see cref="FileSystemWatcher"/>: on Linux it does not tell of the root that comes back, that is mounted over, or that its own link leads elsewhere,
/// and after lost events it goes on with directories that are not watched.
/// </remarks>
[SupportedOSPlatform("linux")]
internal sealed partial class InotifyWatch : TreeWatch
{
    private const int Absent = 50;
    private const int Heartbeat = 1000;
    private const int BeatsUntilRetry = 30;

    private readonly string _root;
    private readonly SafeFileHandle _waker = Inotify.OpenWaker();
    private readonly MountPoints _mounts;
    private readonly Thread _thread;
    private volatile bool _isStopped;
    private int _beats;

    /// <summary>Begins to watch: when it returns, no change is missed any more.</summary>
    /// <param name="root">GOROOT: absolute. It need not exist.</param>
    public InotifyWatch(string root)
    {
        _root = root;
        _mounts = new MountPoints(root);
        Arm();
        _thread = new Thread(Run) { IsBackground = true, Name = "GOROOT watch" };
        _thread.Start();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _isStopped = true;
        Inotify.Wake(_waker);
        if (Thread.CurrentThread != _thread)
        {
            _thread.Join();
        }

        _waker.Dispose();
        _mounts.Dispose();
        _inotify?.Dispose();
        base.Dispose(disposing);
    }

    private void Run()
    {
        var buffer = new byte[64 * 1024];
        var descriptors = new PollDescriptor[3];
        while (!_isStopped)
        {
            descriptors[0] = new PollDescriptor { Descriptor = DescriptorOf(_inotify), Events = Inotify.PollIn };
            descriptors[1] = new PollDescriptor { Descriptor = DescriptorOf(_mounts.Handle), Events = Inotify.PollPriority };
            descriptors[2] = new PollDescriptor { Descriptor = DescriptorOf(_waker), Events = Inotify.PollIn };
            Inotify.Poll(descriptors, _identity is null ? Absent : Heartbeat);
            if (_isStopped)
            {
                return;
            }

            for (var read = ReadEvents(buffer); read > 0 && !_isStopped; read = ReadEvents(buffer))
            {
                Handle(buffer.AsSpan(0, read));
            }

            LookAround(mountsChanged: descriptors[1].Happened != 0, isQuiet: Array.TrueForAll(descriptors, d => d.Happened == 0));
        }
    }

    private int ReadEvents(byte[] buffer) => _inotify is null ? 0 : Inotify.Read(_inotify, buffer);

    // What no event of the tree itself tells.
    private void LookAround(bool mountsChanged, bool isQuiet)
    {
        if (IdentityOf(_root) != _identity)
        {
            Arm();
            Note(static p => p.AddRoot());
        }
        else if (mountsChanged && _mounts.HaveChanged())
        {
            Arm();
            Note(static p => p.AddRoot());
        }
        else if (isQuiet && Obstacle is not null && ++_beats >= BeatsUntilRetry)
        {
            // Somebody may have raised the limit.
            _beats = 0;
            Arm();
        }
    }

    private static int DescriptorOf(SafeFileHandle? handle) => handle is null ? -1 : (int)handle.DangerousGetHandle();

    private static (uint, uint, ulong)? IdentityOf(string directory) =>
        LinuxFileStatus.Get(directory, follow: true, out var status) == 0 && status.IsDirectory ? status.Number : null;
}
