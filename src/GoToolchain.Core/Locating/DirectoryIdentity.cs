using GoToolchain.Inspection;

namespace GoToolchain.Locating;

/// <summary>
/// What the file system says a directory is, whatever it is called: a bind mount, and another spelling where names ignore case, have the same. Known on
/// Linux only; elsewhere paths without links have to do.
/// </summary>
/// <param name="Number">The numbers of the file system and of the directory in it.</param>
/// <param name="Modified">When it last changed: some file systems of other machines (9p, FUSE) give one number to many directories.</param>
internal readonly record struct DirectoryIdentity((uint Major, uint Minor, ulong Inode) Number, (long Seconds, uint Nanoseconds) Modified)
{
    /// <summary>Looks at a directory, with links followed.</summary>
    /// <param name="path">Absolute.</param>
    /// <returns>Null when there is no directory, or the system does not tell.</returns>
    public static DirectoryIdentity? Of(string path) =>
        LinuxFileStatus.Of(path) is { IsDirectory: true } status ? new DirectoryIdentity(status.Number, status.Modified) : null;
}
