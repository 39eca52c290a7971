namespace GoToolchain.Benchmarks.Contenders;

/// <summary>What every installing contender must have left.</summary>
internal static class Installed
{
    private const int FewestFiles = 5000;

    public static void Check(string root)
    {
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Count();
        var go = Path.Combine(root, "bin", "go");
        if (files < FewestFiles || !File.Exists(go) || !MayBeStarted(go))
        {
            throw new InvalidOperationException($"{root} holds no Go that can be started; it has {files} files.");
        }
    }

    private static bool MayBeStarted(string file) =>
        OperatingSystem.IsWindows() || File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute);
}
