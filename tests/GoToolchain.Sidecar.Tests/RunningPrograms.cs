using System.Globalization;

namespace GoToolchain.Sidecar.Tests;

/// <summary>Looks at all processes of a Linux machine.</summary>
internal static class RunningPrograms
{
    /// <summary>The ids of those that run a file. Zombies run nothing.</summary>
    public static IReadOnlyList<int> Of(string executable) =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Where(d => int.TryParse(Path.GetFileName(d), out _) && Target(d) == executable)
                .Select(d => int.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture)),
        ];

    /// <summary>Waits until none runs a file any more.</summary>
    public static async Task WaitForNoneAsync(string executable, TimeSpan patience)
    {
        for (var deadline = DateTime.UtcNow + patience; Of(executable).Count > 0; await Task.Delay(5))
        {
            Assert.True(DateTime.UtcNow < deadline, $"Still running after {patience}: {string.Join(", ", Of(executable))}");
        }
    }

    private static string? Target(string process)
    {
        try
        {
            return new FileInfo(Path.Combine(process, "exe")).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or is another user's.
            return null;
        }
    }
}
