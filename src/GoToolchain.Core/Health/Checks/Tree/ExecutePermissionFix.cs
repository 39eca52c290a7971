namespace GoToolchain.Health.Checks.Tree;

/// <summary>Gives a program back its permission to be executed: to all who may read it.</summary>
internal static class ExecutePermissionFix
{
    /// <summary>The repair of a file.</summary>
    /// <param name="file">Absolute.</param>
    public static HealthFix Of(string file) => new($"Make {file} executable.", cancel => Task.Run(() => Apply(file), cancel));

    private static string Apply(string file)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new GoToolchainException(GoErrorCodes.FixFailed, "Windows has no permission of this kind.", place: file);
        }

        try
        {
            var mode = File.GetUnixFileMode(file);
            var readers = mode & (UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
            // The bit to execute is two below the one to read, for each of the three.
            var wanted = mode | (UnixFileMode)((int)readers >> 2);
            File.SetUnixFileMode(file, wanted);
            return $"{file} is executable again.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GoToolchainException(
                GoErrorCodes.FixFailed,
                $"The mode of {file} cannot be changed: {e.Message}",
                place: file,
                nextStep: "Let its owner do it.",
                inner: e
            );
        }
    }
}
