using System.Runtime.InteropServices;

namespace GoToolchain.Locating;

/// <summary>
/// What the file system says a directory is, whatever it is called: a bind mount, and another spelling where names ignore case, have the same. Known on
/// Linux only; elsewhere paths without links have to do.
/// </summary>
/// <param name="Device">The number of the file system.</param>
/// <param name="Inode">The number of the directory in it.</param>
/// <param name="Modified">
/// When it last changed, in nanoseconds: some file systems of other machines (9p, FUSE) give one number to many directories.
/// </param>
internal readonly partial record struct DirectoryIdentity(ulong Device, ulong Inode, long Modified)
{
    // Of statx(2): struct statx has 256 bytes on every architecture.
    private const int StatxSize = 256;
    private const uint Wanted = 0x141; // STATX_INO | STATX_MTIME | STATX_TYPE
    private const int CurrentDirectory = -100; // AT_FDCWD, without meaning for an absolute path
    private const int ModeAt = 28;
    private const int InodeAt = 32;
    private const int ModifiedAt = 112;
    private const int DeviceAt = 136;
    private const int TypeMask = 0xf000; // S_IFMT
    private const int DirectoryType = 0x4000; // S_IFDIR

    /// <summary>Looks at a directory, with links followed.</summary>
    /// <param name="path">Absolute.</param>
    /// <returns>Null when there is no directory, or the system does not tell.</returns>
    public static DirectoryIdentity? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        Span<byte> answer = stackalloc byte[StatxSize];
        try
        {
            if (Statx(CurrentDirectory, path, 0, Wanted, answer) != 0)
            {
                return null;
            }
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before 2018 (glibc 2.28, musl 1.2.0 of Alpine 3.12) has no statx.
            return null;
        }

        if ((MemoryMarshal.Read<ushort>(answer[ModeAt..]) & TypeMask) != DirectoryType)
        {
            return null;
        }

        var seconds = MemoryMarshal.Read<long>(answer[ModifiedAt..]);
        var nanoseconds = MemoryMarshal.Read<uint>(answer[(ModifiedAt + 8)..]);
        return new DirectoryIdentity(
            MemoryMarshal.Read<ulong>(answer[DeviceAt..]),
            MemoryMarshal.Read<ulong>(answer[InodeAt..]),
            unchecked((seconds * 1_000_000_000) + nanoseconds)
        );
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int directory, string path, int flags, uint mask, Span<byte> answer);
}
