namespace GoToolchain.Inspection;

/// <summary>What the file system says about a path, with links followed. Nothing is opened.</summary>
/// <param name="Kind">What is there.</param>
/// <param name="Length">Bytes of a file. Pipes, sockets and devices have none, so that whoever opens only files with bytes never waits for one.</param>
/// <param name="IsExecutable">Somebody may execute it; always true on Windows.</param>
internal readonly record struct FileFacts(FileKind Kind, long Length = 0, bool IsExecutable = false)
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const FileAttributes NothingThere = (FileAttributes)(-1);

    /// <summary>Looks at a path.</summary>
    /// <param name="path">Absolute.</param>
    /// <exception cref="UnauthorizedAccessException">A directory on the way may not be searched.</exception>
    /// <exception cref="IOException">The file system fails, or the path is too long for it.</exception>
    public static FileFacts Of(string path)
    {
        if (OperatingSystem.IsLinux() && LinuxFileStatus.IsAvailable && !path.Contains('\0', StringComparison.Ordinal))
        {
            switch (LinuxFileStatus.Get(path, follow: true, out var status))
            {
                case 0:
                    return status.IsDirectory
                        ? new FileFacts(FileKind.Directory)
                        : new FileFacts(FileKind.File, status.IsRegularFile ? status.Size : 0, status.IsExecutable);
                case LinuxFileStatus.NotFound or LinuxFileStatus.NotADirectory:
                    var isLink = LinuxFileStatus.Get(path, follow: false, out _) == 0;
                    return new FileFacts(isLink ? FileKind.DanglingLink : FileKind.Missing);
                default:
                    // .NET has the words for everything else.
                    break;
            }
        }

        return Ask(path);
    }

    private static FileFacts Ask(string path)
    {
        var info = new FileInfo(path);
        var attributes = info.Attributes;
        if (attributes == NothingThere)
        {
            return new FileFacts(FileKind.Missing);
        }

        if (attributes.HasFlag(FileAttributes.Directory))
        {
            // On Windows the attributes are those of the link itself.
            return new FileFacts(
                OperatingSystem.IsWindows() && attributes.HasFlag(FileAttributes.ReparsePoint) && !Directory.Exists(path)
                    ? FileKind.DanglingLink
                    : FileKind.Directory
            );
        }

        if (attributes.HasFlag(FileAttributes.ReparsePoint) && info.LinkTarget is not null)
        {
            if (FinalTarget(info) is not { } target || target.Attributes == NothingThere)
            {
                return new FileFacts(FileKind.DanglingLink);
            }

            info = target;
        }

        return new FileFacts(FileKind.File, info.Length, OperatingSystem.IsWindows() || (info.UnixFileMode & AnyExecute) != 0);
    }

    private static FileInfo? FinalTarget(FileInfo link)
    {
        try
        {
            return link.ResolveLinkTarget(returnFinalTarget: true) is { } target ? new FileInfo(target.FullName) : null;
        }
        catch (IOException)
        {
            // Links that lead in a circle lead nowhere.
            return null;
        }
    }
}
