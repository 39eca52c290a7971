using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GoToolchain.Recovery.Snapshots;

/// <summary>
/// Shares the blocks of a file with a new one until either is written (reflink): ioctl_ficlone(2), on btrfs, XFS, bcachefs and others.
/// </summary>
internal static partial class FileClone
{
    // _IOW(0x94, 9, int) of linux/fs.h; POWER numbers the direction otherwise.
    private static readonly nuint s_ficlone = RuntimeInformation.ProcessArchitecture == Architecture.Ppc64le ? 0x80049409u : 0x40049409u;

    /// <summary>Clones the whole content.</summary>
    /// <param name="source">Open for reading.</param>
    /// <param name="target">Open for writing, on the same volume.</param>
    /// <returns>False when the system or the volume cannot do it; then the target is as it was.</returns>
    public static bool TryClone(SafeFileHandle source, SafeFileHandle target)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        return Ioctl(target, s_ficlone, source) == 0;
    }

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Ioctl(SafeFileHandle file, nuint request, SafeFileHandle source);
}
