namespace GoToolchain.Benchmarks.Contenders;

/// <summary>What every installing contender must have left.</summary>
internal static class Installed
{
    private const int FewestFiles = 5000;

    public static void CheckFiles(string root)
    {
        if (Count(root) < FewestFiles)
        {
            throw new InvalidOperationException($"{root} holds no Go: it has {Count(root)} files.");
        }
    }

    public static void Check(string root)
    {
        var files = Count(root);
        var go = Path.Combine(root, "bin", "go");
        if (files < FewestFiles || !File.Exists(go) || !MayBeStarted(go))
        {
            throw new InvalidOperationException($"{root} holds no Go that can be started; it has {files} files.");
        }
    }

    private static int Count(string root) => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Count();

    private static bool MayBeStarted(string file) =>
        OperatingSystem.IsWindows() || File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute);
}
