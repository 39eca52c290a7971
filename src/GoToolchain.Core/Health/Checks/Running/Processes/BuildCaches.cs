using GoToolchain.Environments;
using GoToolchain.Health.Checks.Running.Users;

namespace GoToolchain.Health.Checks.Running.Processes;

/// <summary>Where Go keeps what it has compiled (<c>go help cache</c>).</summary>
internal static class BuildCaches
{
    private const long LeastRoom = 8 << 20;

    /// <summary>The user's build cache, found without asking <c>go</c>.</summary>
    /// <param name="context">The examination.</param>
    /// <returns>Null when there is none, a file cannot really be made in it, or there is no room for more.</returns>
    public static string? UsersOwn(HealthContext context)
    {
        var directory = new GoVariableValues(UserSettings.Of(context)).Of("GOCACHE");
        return Path.IsPathFullyQualified(directory) && CanWrite(directory) && !IsFull(directory) ? directory : null;
    }

    /// <summary>Whether its volume has no room for what one build writes.</summary>
    /// <param name="directory">The build cache.</param>
    public static bool IsFull(string directory)
    {
        try
        {
            return new DriveInfo(directory).AvailableFreeSpace < LeastRoom;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not every volume tells.
            return false;
        }
    }

    private static bool CanWrite(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            var file = Path.Combine(directory, $"gotoolchain-{Guid.NewGuid():N}");
            using (File.Create(file, 1, FileOptions.DeleteOnClose))
            {
                // Go makes a directory for each first byte of a digest; one that it cannot write would stop it in the midst of a build.
                return Directory.EnumerateDirectories(directory).Take(300).All(IsOpen);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsOpen(string directory) =>
        OperatingSystem.IsWindows()
        || (File.GetUnixFileMode(directory) & (UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != 0;
}
