namespace GoToolchain.Health.Checks.Running;

/// <summary>Writes the files of a check into a directory of its own.</summary>
internal static class ScratchFiles
{
    /// <summary>Writes them.</summary>
    /// <param name="context">The examination.</param>
    /// <param name="name">The name of the directory: one for each check.</param>
    /// <param name="files">Texts by file name.</param>
    /// <returns>The directory: absolute.</returns>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.NoSpaceLeft"/> or <see cref="GoErrorCodes.PlaceNotWritable"/>.</exception>
    public static string Write(HealthContext context, string name, Dictionary<string, string> files)
    {
        var directory = Path.Combine(context.Scratch, name);
        try
        {
            Directory.CreateDirectory(directory);
            foreach (var (file, text) in files)
            {
                File.WriteAllText(Path.Combine(directory, file), text.ReplaceLineEndings("\n"));
            }

            return directory;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(context, e);
        }
    }

    /// <summary>Says why nothing could be written in the directory of an examination.</summary>
    /// <param name="context">The examination.</param>
    /// <param name="e">What the system says.</param>
    public static GoToolchainException Failure(HealthContext context, Exception e) =>
        new(
            IsFull(e) ? GoErrorCodes.NoSpaceLeft : GoErrorCodes.PlaceNotWritable,
            $"A small file for a test cannot be written: {e.Message}",
            Path.GetDirectoryName(context.Scratch),
            "Free some space, or let TMPDIR (on Windows TEMP) name a directory that this user may write and that has room.",
            e
        );

    // ENOSPC, and EDQUOT of Linux and of macOS, as .NET passes them on; ERROR_DISK_FULL (winerror.h).
    private static bool IsFull(Exception e) =>
        OperatingSystem.IsWindows() ? e.HResult == unchecked((int)0x80070070) : e.HResult is 28 or 122 or 69;
}
