namespace GoToolchain.Recovery.Snapshots;

/// <summary>Removes a tree of ours, also one with directories that its owner may not write, as module caches have.</summary>
internal static class TreeRemoval
{
    /// <summary>Removes it, when it is there.</summary>
    /// <param name="directory">Absolute.</param>
    /// <exception cref="IOException">It cannot be removed.</exception>
    public static void Remove(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return;
        }

        try
        {
            Directory.Delete(directory, recursive: true);
        }
        catch (UnauthorizedAccessException) when (!OperatingSystem.IsWindows())
        {
            Open(new DirectoryInfo(directory));
            Directory.Delete(directory, recursive: true);
        }
    }

    private static void Open(DirectoryInfo directory)
    {
        if (!OperatingSystem.IsWindows())
        {
            directory.UnixFileMode |= UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        foreach (var child in directory.EnumerateDirectories().Where(d => d.LinkTarget is null))
        {
            Open(child);
        }
    }
}
