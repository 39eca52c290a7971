namespace GoToolchain.Execution;

/// <summary>
/// The <c>GOTMPDIR</c> of one run. A <c>go</c> that is killed leaves its temporary files, and with it those of its compilers; they are all in here,
/// so that a cancelled run can be cleaned up after.
/// </summary>
internal sealed class WorkDirectory
{
    // Windows holds the files of a killed process for a moment.
    private const int MostTries = 20;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private WorkDirectory(string path) => Path = path;

    /// <summary>Where it is: absolute.</summary>
    public string Path { get; }

    /// <summary>Creates one.</summary>
    /// <param name="parent">Absolute.</param>
    /// <returns>Null when it cannot be created: then Go makes do with the parent, or says itself what is wrong when it needs it.</returns>
    public static WorkDirectory? Create(string parent)
    {
        var path = System.IO.Path.Combine(parent, $"gotoolchain-{Guid.NewGuid():N}");
        try
        {
            // For this user only: programs are built and run in it.
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            return new WorkDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>After a run that went to its end: what Go left there, it left on purpose (<c>-work</c>).</summary>
    public void RemoveIfEmpty()
    {
        try
        {
            Directory.Delete(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not empty.
        }
    }

    /// <summary>After a run that was killed.</summary>
    public async Task RemoveAsync()
    {
        for (var tries = 1; tries <= MostTries && Directory.Exists(Path); tries++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // What still cannot be removed after the last try is litter in the temporary directory, not a failure of the caller's.
                await Task.Delay(s_pause).ConfigureAwait(false);
            }
        }
    }
}
