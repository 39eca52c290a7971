namespace GoToolchain.Recovery.Content;

/// <summary>Unix permissions of files and directories.</summary>
internal static class FileModes
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private const UnixFileMode OwnerMayLook = UnixFileMode.UserRead | UnixFileMode.UserExecute;

    /// <summary>What a directory of a release may: everybody looks, the owner writes.</summary>
    public const UnixFileMode Directory =
        OwnerMayLook
        | UnixFileMode.UserWrite
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherExecute;

    /// <summary>A file has the permissions that it should have. Always so on Windows.</summary>
    /// <param name="found">What it has.</param>
    /// <param name="expected">What it should have.</param>
    /// <param name="isLoose">Only the permission to be executed counts, and only its loss.</param>
    public static bool Agree(UnixFileMode found, UnixFileMode expected, bool isLoose) =>
        OperatingSystem.IsWindows() || (isLoose ? (expected & AnyExecute) == 0 || (found & AnyExecute) != 0 : found == expected);

    /// <summary>Its owner can list a directory and reach what is in it. Always so on Windows.</summary>
    /// <param name="directory">Its permissions.</param>
    public static bool IsOpen(UnixFileMode directory) => OperatingSystem.IsWindows() || (directory & OwnerMayLook) == OwnerMayLook;
}
