using System.Globalization;
using GoToolchain.Inspection;

namespace GoToolchain.Store;

/// <summary>Turns what the file system says into what a person can act on.</summary>
internal static class StoreFailure
{
    private const int NoSpaceUnix = 28;
    private const int QuotaUnix = 122;
    private const int ReadOnlyUnix = 30;
    private const int DiskFullWindows = unchecked((int)0x80070070);

    /// <summary>The coded error for a failed write.</summary>
    /// <param name="e">What the file system says.</param>
    /// <param name="place">The file or directory.</param>
    public static GoToolchainException Of(Exception e, string place)
    {
        var (cause, next) = e switch
        {
            UnauthorizedAccessException => (
                "this user may not write there" + OwnerOf(place),
                "Give yourself the directory, or choose another one with --store or GOTC_STORE; never use sudo for it."
            ),
            IOException { HResult: NoSpaceUnix or DiskFullWindows } => (
                "no space is left on the volume",
                "Free some space (a toolchain needs 250 to 500 MB), or choose another volume with --store or GOTC_STORE."
            ),
            IOException { HResult: QuotaUnix } => (
                "your disk quota is used up",
                "Free some space (a toolchain needs 250 to 500 MB), or choose another volume with --store or GOTC_STORE."
            ),
            IOException { HResult: ReadOnlyUnix } => (
                "the file system is mounted read-only",
                "Choose a writable directory with --store or GOTC_STORE."
            ),
            _ => (
                e.Message.TrimEnd('.'),
                "See whether a file stands where the store needs a directory, or choose another one with --store or GOTC_STORE."
            ),
        };
        return new GoToolchainException(GoErrorCodes.StoreNotWritable, $"The store cannot be written: {cause}.", place, next, e);
    }

    // Of what is there: a store that another user has filled is the usual cause.
    private static string OwnerOf(string place)
    {
        for (var at = place; at is not null; at = Path.GetDirectoryName(at))
        {
            if (LinuxFileStatus.Of(at) is { } status)
            {
                return $", and {at} belongs to {(status.Owner == 0 ? "root" : $"user {status.Owner.ToString(CultureInfo.InvariantCulture)}")}";
            }
        }

        return "";
    }
}
