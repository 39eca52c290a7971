using GoToolchain.Inspection;

namespace GoToolchain.Environments.Places;

/// <summary>Why a directory could not be written: told from what the system answered, explained by what it knows about the directory.</summary>
/// <param name="State">The kind.</param>
/// <param name="Reason">One sentence.</param>
internal readonly record struct PlaceFailure(WritablePlaceState State, string Reason)
{
    // errno of Linux, and of macOS where it differs; Windows' own numbers (winerror.h).
    private const int NotPermitted = 1;
    private const int NoSuchFile = 2;
    private const int AccessDenied = 13;
    private const int NotDirectory = 20;
    private const int NoSpace = 28;
    private const int ReadOnly = 30;
    private const int NameTooLong = 36;
    private const int TooManyLinks = 40;
    private const int NameTooLongMac = 63;
    private const int QuotaMac = 69;
    private const int Quota = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsWriteProtected = unchecked((int)0x80070013);

    /// <summary>Explains what was thrown.</summary>
    /// <param name="e">By the attempt to write.</param>
    /// <param name="directory">The directory in which it was made.</param>
    /// <param name="mount">Its file system; null when it is not known.</param>
    public static PlaceFailure Of(Exception e, string directory, Mount? mount)
    {
        var on = mount is null ? "Its file system" : $"The file system ({mount.Type} on {mount.Point})";
        return ErrorNumber(e) switch
        {
            ReadOnly or WindowsWriteProtected => new(WritablePlaceState.ReadOnly, $"{on} is mounted read-only."),
            NoSpace or WindowsDiskFull => new(WritablePlaceState.NoSpace, $"{on} has no space left."),
            Quota or QuotaMac => new(
                WritablePlaceState.QuotaExceeded,
                $"The disk quota of this user is used up on {mount?.Point ?? directory}."
            ),
            _ when e is PathTooLongException => TooLong(directory),
            NameTooLong or NameTooLongMac => TooLong(directory),
            NotDirectory or NoSuchFile or TooManyLinks => new(
                WritablePlaceState.Blocked,
                $"What stands in the place of {directory} is no directory."
            ),
            NotPermitted or AccessDenied => Denied(directory),
            _ when e is UnauthorizedAccessException => Denied(directory),
            _ => new(WritablePlaceState.Failed, $"The system says: {e.Message.TrimEnd('.')}."),
        };
    }

    private static PlaceFailure TooLong(string directory) =>
        new(WritablePlaceState.PathTooLong, $"A path below {directory} would be longer than the file system allows.");

    private static PlaceFailure Denied(string directory)
    {
        if (LinuxFileStatus.Of(directory) is not { } status || LinuxFileStatus.CurrentUser is not { } user)
        {
            return new(WritablePlaceState.NoPermission, $"The permissions of {directory}, or of a directory above it, forbid it.");
        }

        return status.IsImmutable ? new(WritablePlaceState.Immutable, $"{directory} is protected from every change (lsattr shows `i`).")
            : status.Owner != user
                ? new(WritablePlaceState.NotOwner, $"{directory} belongs to {NameOf(status.Owner)}, who lets this user not write there.")
            : new(
                WritablePlaceState.NoPermission,
                $"{directory} belongs to this user, but its permissions ({Octal(status)}) forbid to write."
            );
    }

    private static string NameOf(uint user) => user == 0 ? "root" : $"the user with the number {user}";

    private static string Octal(LinuxFileStatus status) => Convert.ToString(status.Mode & 0xfff, 8).PadLeft(4, '0');

    private static int ErrorNumber(Exception e) => (e as IOException ?? e.InnerException as IOException)?.HResult ?? 0;
}
