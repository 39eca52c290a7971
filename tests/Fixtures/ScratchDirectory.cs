namespace GoToolchain.Fixtures;

/// <summary>An empty directory for one test; it goes with the test.</summary>
public sealed class ScratchDirectory : IDisposable
{
    /// <summary>Creates it.</summary>
    /// <param name="name">The beginning of its name; may hold any characters that a file name may hold.</param>
    public ScratchDirectory(string name = "gotc-test") => Root = Directory.CreateTempSubdirectory(name + "-").FullName;

    /// <summary>Where it is: absolute.</summary>
    public string Root { get; }

    /// <summary>A path inside it.</summary>
    /// <param name="parts">Relative, with <c>/</c>, or in pieces.</param>
    public string this[params string[] parts] => Path.GetFullPath(Path.Combine([Root, .. parts]));

    /// <summary>Creates a directory and its parents.</summary>
    /// <param name="path">Relative.</param>
    /// <returns>Absolute.</returns>
    public string CreateDirectory(string path) => Directory.CreateDirectory(this[path]).FullName;

    /// <summary>Creates a file and its parents.</summary>
    /// <param name="path">Relative.</param>
    /// <param name="content">Its text.</param>
    /// <param name="mode">Its permissions.</param>
    /// <returns>Absolute.</returns>
    public string CreateFile(string path, string content = "", UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite)
    {
        var file = this[path];
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, mode);
        }

        return file;
    }

    /// <summary>Creates a symbolic link and its parents.</summary>
    /// <param name="path">Relative.</param>
    /// <param name="target">Where it leads, as it is written.</param>
    /// <returns>Absolute.</returns>
    public string CreateLink(string path, string target)
    {
        var link = this[path];
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, target);
        return link;
    }

    /// <summary>Removes a directory, also one whose permissions are in the way.</summary>
    /// <param name="directory">Absolute.</param>
    public static void Remove(string directory)
    {
        Unlock(new DirectoryInfo(directory));
        Directory.Delete(directory, recursive: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A test may have taken permissions away that are needed to remove what it left; and a process of Go that outlives its command may be
        // writing its telemetry below the home that is being removed.
        for (var attempt = 0; ; attempt++)
        {
            if (!OperatingSystem.IsWindows())
            {
                Unlock(new DirectoryInfo(Root));
            }

            try
            {
                Directory.Delete(Root, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 5)
            {
                Thread.Sleep(100);
            }
        }
    }

    private static void Unlock(DirectoryInfo directory)
    {
        if (!OperatingSystem.IsWindows())
        {
            directory.UnixFileMode |= UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        foreach (var child in directory.EnumerateDirectories().Where(d => d.LinkTarget is null))
        {
            Unlock(child);
        }
    }
}
