using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace GoToolchain.Recovery.Watching;

/// <summary>inotify(7), as far as it is needed here. The numbers are the same on every architecture that .NET runs on.</summary>
[SupportedOSPlatform("linux")]
internal static partial class Inotify
{
    public const uint Modify = 0x2;
    public const uint Attributes = 0x4;
    public const uint CloseWrite = 0x8;
    public const uint MovedFrom = 0x40;
    public const uint MovedTo = 0x80;
    public const uint Create = 0x100;
    public const uint Delete = 0x200;
    public const uint DeleteSelf = 0x400;
    public const uint MoveSelf = 0x800;
    public const uint Unmount = 0x2000;
    public const uint Overflow = 0x4000;
    public const uint Ignored = 0x8000;
    public const uint OnlyDirectory = 0x1000000;
    public const uint AddToMask = 0x20000000;
    public const uint IsDirectory = 0x40000000;

    /// <summary>ENOSPC: the user has no watches left.</summary>
    public const int NoWatchLeft = 28;

    /// <summary>EMFILE: the user has no instances left, or the process no descriptors.</summary>
    public const int NoInstanceLeft = 24;

    /// <summary>Size of an event without its name.</summary>
    public const int EventSize = 16;

    public const short PollIn = 1;
    public const short PollPriority = 2;
    public const short PollError = 8;

    private const int NonBlocking = 0x800;
    private const int CloseOnExec = 0x80000;

    public static SafeFileHandle? Open(out int error)
    {
        var descriptor = inotify_init1(NonBlocking | CloseOnExec);
        error = descriptor < 0 ? Marshal.GetLastPInvokeError() : 0;
        return descriptor < 0 ? null : new SafeFileHandle(descriptor, ownsHandle: true);
    }

    /// <summary>A descriptor that becomes readable by <see cref="Wake"/>.</summary>
    public static SafeFileHandle OpenWaker()
    {
        var descriptor = eventfd(0, NonBlocking | CloseOnExec);
        return descriptor >= 0
            ? new SafeFileHandle(descriptor, ownsHandle: true)
            : throw new IOException($"eventfd failed with error {Marshal.GetLastPInvokeError()}");
    }

    public static void Wake(SafeFileHandle waker) => _ = write(waker, [1, 0, 0, 0, 0, 0, 0, 0], 8);

    /// <returns>The number of the watch, or less than none; then the error is set.</returns>
    public static int Watch(SafeFileHandle inotify, string path, uint mask, out int error)
    {
        var watch = inotify_add_watch(inotify, path, mask);
        error = watch < 0 ? Marshal.GetLastPInvokeError() : 0;
        return watch;
    }

    public static void Unwatch(SafeFileHandle inotify, int watch) => _ = inotify_rm_watch(inotify, watch);

    /// <returns>How many bytes of events there are; none: nothing to read.</returns>
    public static int Read(SafeFileHandle inotify, Span<byte> buffer) => (int)Math.Max(0, read(inotify, buffer, buffer.Length));

    public static void Poll(Span<PollDescriptor> descriptors, int milliseconds) =>
        _ = poll(descriptors, (nuint)descriptors.Length, milliseconds);

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int inotify_init1(int flags);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int inotify_add_watch(SafeFileHandle inotify, string path, uint mask);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int inotify_rm_watch(SafeFileHandle inotify, int watch);

    [LibraryImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int eventfd(uint value, int flags);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint read(SafeFileHandle file, Span<byte> buffer, nint count);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint write(SafeFileHandle file, ReadOnlySpan<byte> buffer, nint count);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int poll(Span<PollDescriptor> descriptors, nuint count, int timeout);
}

/// <summary>struct pollfd.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollDescriptor
{
    /// <summary>Which; less than none: passed over.</summary>
    public int Descriptor;

    /// <summary>What to wait for.</summary>
    public short Events;

    /// <summary>What happened.</summary>
    public short Happened;
}
