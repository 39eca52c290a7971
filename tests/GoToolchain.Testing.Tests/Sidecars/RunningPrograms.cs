namespace GoToolchain.Testing.Tests.Sidecars;

/// <summary>Looks at all processes of a Linux machine.</summary>
internal static class RunningPrograms
{
    /// <summary>The ids of those that run a file. Zombies run nothing.</summary>
    public static IReadOnlyList<int> Of(string executable) =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Where(d => int.TryParse(Path.GetFileName(d), out _) && Target(d) == executable)
                .Select(d => int.Parse(Path.GetFileName(d), System.Globalization.CultureInfo.InvariantCulture)),
        ];

    /// <summary>Waits until so many run a file: one that is being started is still what started it.</summary>
    public static async Task WaitForAsync(string executable, int count, CancellationToken cancel)
    {
        while (Of(executable).Count != count)
        {
            await Task.Delay(5, cancel);
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
