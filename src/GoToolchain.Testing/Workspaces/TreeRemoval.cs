namespace GoToolchain.Testing.Workspaces;

/// <summary>Removes a directory with everything in it, also what Go has made read-only (its module cache).</summary>
internal static class TreeRemoval
{
    // Windows holds the files of a process that has just ended for a moment.
    private const int MostTries = 20;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Removes it. What cannot be removed is told to the log: it is litter, and no reason for a test to fail.</summary>
    /// <param name="directory">Absolute.</param>
    /// <param name="log">Of the test.</param>
    public static async Task RemoveAsync(string directory, IGoTestLog log)
    {
        for (var tries = 1; Directory.Exists(directory); tries++)
        {
            try
            {
                Remove(directory, unlock: tries > 1);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                if (tries == MostTries)
                {
                    log.WriteLine($"{directory} cannot be removed: {e.Message}");
                    return;
                }

                await Task.Delay(tries == 1 ? TimeSpan.Zero : s_pause).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Removes it in one try.</summary>
    /// <param name="directory">Absolute.</param>
    /// <param name="unlock">Takes back first what keeps its files from being removed.</param>
    public static void Remove(string directory, bool unlock)
    {
        if (unlock)
        {
            Unlock(new DirectoryInfo(directory));
        }

        Directory.Delete(directory, recursive: true);
    }

    private static void Unlock(DirectoryInfo directory)
    {
        if (!OperatingSystem.IsWindows())
        {
            directory.UnixFileMode |= UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        foreach (var entry in directory.EnumerateFileSystemInfos().Where(e => e.LinkTarget is null))
        {
            if (entry is DirectoryInfo below)
            {
                Unlock(below);
            }
            else if (OperatingSystem.IsWindows())
            {
                entry.Attributes = FileAttributes.Normal;
            }
        }
    }
}
