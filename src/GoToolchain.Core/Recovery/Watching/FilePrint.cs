using GoToolchain.Inspection;
using GoToolchain.Recovery.Content;

namespace GoToolchain.Recovery.Watching;

/// <summary>
/// What the file system says about a file: as long as that stays the same, so does its content. On Linux by the number of the file and the time of its
/// last change, which no program can set; elsewhere by what there is.
/// </summary>
/// <param name="Kind">What it is; the default value stands for nothing that was ever seen.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Mode">Its permissions.</param>
/// <param name="Changed">When it last changed: ticks.</param>
/// <param name="Number">Which file of which volume it is.</param>
internal readonly record struct FilePrint(
    FileStateKind Kind,
    long Size,
    UnixFileMode Mode,
    long Changed,
    (uint Major, uint Minor, ulong Inode) Number
)
{
    private const ushort PermissionMask = 0xfff;

    /// <summary>Looks.</summary>
    /// <param name="file">Absolute.</param>
    /// <param name="follow">A link is as good as what it leads to.</param>
    public static FilePrint Of(string file, bool follow)
    {
        if (!OperatingSystem.IsLinux() || !LinuxFileStatus.IsAvailable)
        {
            var state = FileState.Of(file);
            return new FilePrint(state.Kind, state.Size, state.Mode, state.Changed.Ticks, default);
        }

        return LinuxFileStatus.Get(file, follow, out var status) switch
        {
            0 => new FilePrint(
                status.IsRegularFile ? FileStateKind.File
                    : status.IsDirectory ? FileStateKind.Directory
                    : status.IsLink ? FileStateKind.Link
                    : FileStateKind.Other,
                status.Size,
                (UnixFileMode)(status.Mode & PermissionMask),
                (status.Changed.Seconds * 1_000_000_000) + status.Changed.Nanoseconds,
                status.Number
            ),
            LinuxFileStatus.NotFound or LinuxFileStatus.NotADirectory => new FilePrint(
                follow && new FileInfo(file).LinkTarget is not null ? FileStateKind.Link : FileStateKind.Missing,
                0,
                0,
                0,
                default
            ),
            _ => new FilePrint(FileStateKind.Unreachable, 0, 0, 0, default),
        };
    }
}
