using GoToolchain.Inspection;

namespace GoToolchain.Recovery.Content;

/// <summary>What stands at a path itself: links are not followed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Bytes of a regular file.</param>
/// <param name="Mode">Permissions; none on Windows.</param>
/// <param name="Changed">When the file last changed in any way, as far as the system tells.</param>
internal readonly record struct FileState(FileStateKind Kind, long Size = 0, UnixFileMode Mode = 0, DateTimeOffset Changed = default)
{
    private const ushort PermissionMask = 0xfff;

    private const FileAttributes NothingThere = (FileAttributes)(-1);

    /// <summary>Looks at a path.</summary>
    /// <param name="path">Absolute.</param>
    public static FileState Of(string path)
    {
        if (!OperatingSystem.IsLinux() || !LinuxFileStatus.IsAvailable)
        {
            return Ask(path);
        }

        return LinuxFileStatus.Get(path, follow: false, out var status) switch
        {
            0 => new FileState(
                status.IsRegularFile ? FileStateKind.File
                    : status.IsDirectory ? FileStateKind.Directory
                    : status.IsLink ? FileStateKind.Link
                    : FileStateKind.Other,
                status.Size,
                (UnixFileMode)(status.Mode & PermissionMask),
                DateTimeOffset.FromUnixTimeSeconds(status.Changed.Seconds).AddTicks(status.Changed.Nanoseconds / 100)
            ),
            LinuxFileStatus.NotFound or LinuxFileStatus.NotADirectory => new FileState(FileStateKind.Missing),
            _ => new FileState(FileStateKind.Unreachable),
        };
    }

    private static FileState Ask(string path)
    {
        try
        {
            var info = new FileInfo(path);
            var attributes = info.Attributes;
            if (attributes == NothingThere)
            {
                return new FileState(FileStateKind.Missing);
            }

            var mode = OperatingSystem.IsWindows() ? 0 : info.UnixFileMode;
            var kind =
                attributes.HasFlag(FileAttributes.ReparsePoint) && info.LinkTarget is not null ? FileStateKind.Link
                : attributes.HasFlag(FileAttributes.Directory) ? FileStateKind.Directory
                : attributes.HasFlag(FileAttributes.Device) ? FileStateKind.Other
                : FileStateKind.File;
            // Who sets the time of a file back deceives this; where the system tells the time of the last change, nobody can.
            return new FileState(kind, kind == FileStateKind.File ? info.Length : 0, mode, info.LastWriteTimeUtc);
        }
        catch (FileNotFoundException)
        {
            return new FileState(FileStateKind.Missing);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FileState(FileStateKind.Unreachable);
        }
    }
}
