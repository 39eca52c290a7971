namespace GoToolchain.Testing.Libraries;

/// <summary>
/// Finds Go libraries that this process has loaded without our guard, by an import of its own or within another library. On Linux alone, where the system
/// lists what is mapped; a library whose file is gone is not found.
/// </summary>
internal static class GoLibrariesInMemory
{
    public static IEnumerable<string> Paths() =>
        OperatingSystem.IsLinux() ? Mapped().Where(path => IsLibrary(path) && GoBuildInfo.TryRead(path, out _, out _)) : [];

    // address perms offset device inode path (proc_pid_maps(5))
    private static IEnumerable<string> Mapped() =>
        File.ReadLines("/proc/self/maps")
            .Select(line => line.IndexOf('/', StringComparison.Ordinal) is > 0 and var i ? line[i..] : "")
            .Distinct();

    private static bool IsLibrary(string path) =>
        (path.EndsWith(".so", StringComparison.Ordinal) || Path.GetFileName(path).Contains(".so.", StringComparison.Ordinal))
        && File.Exists(path);
}
