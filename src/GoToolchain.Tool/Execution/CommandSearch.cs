namespace GoToolchain.Tool.Execution;

/// <summary>Finds the program that a command name stands for, as a shell does.</summary>
internal static class CommandSearch
{
    /// <summary>The program, or null.</summary>
    /// <param name="command">A name, or a path when it holds a directory separator.</param>
    /// <param name="directories">Where to look for a name, in order.</param>
    /// <param name="pathExtensions">The value of <c>PATHEXT</c> on Windows, else null.</param>
    public static string? Find(string command, IEnumerable<string> directories, string? pathExtensions)
    {
        if (command.Contains(Path.DirectorySeparatorChar) || command.Contains(Path.AltDirectorySeparatorChar))
        {
            return Spellings(command, pathExtensions).FirstOrDefault(IsProgram);
        }

        return directories.SelectMany(directory => Spellings(Path.Combine(directory, command), pathExtensions)).FirstOrDefault(IsProgram);
    }

    private static IEnumerable<string> Spellings(string file, string? pathExtensions) =>
        pathExtensions is null || Path.HasExtension(file)
            ? [file]
            : pathExtensions.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(extension => file + extension);

    private static bool IsProgram(string file)
    {
        const UnixFileMode anyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(file) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & anyExecute) != 0);
    }
}
