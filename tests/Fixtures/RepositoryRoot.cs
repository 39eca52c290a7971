namespace GoToolchain.Fixtures;

/// <summary>The clone that the tests were built from. Source paths do not lead there: a build on CI replaces their beginning.</summary>
public static class RepositoryRoot
{
    private static readonly string s_path = Find(AppContext.BaseDirectory);

    /// <summary>What the tests were built as, as MSBuild names it: <c>Debug</c> or <c>Release</c>.</summary>
    public static string Configuration { get; } =
        new DirectoryInfo(AppContext.BaseDirectory).Name.Equals("release", StringComparison.OrdinalIgnoreCase) ? "Release" : "Debug";

    /// <summary>A path below the root: absolute.</summary>
    /// <param name="path">Its parts; none: the root.</param>
    public static string File(params string[] path) => Path.Combine([s_path, .. path]);

    private static string Find(string start)
    {
        for (var directory = new DirectoryInfo(start); directory is not null; directory = directory.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(directory.FullName, "GoToolchain.Net.sln")))
            {
                return directory.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No directory above {start} holds GoToolchain.Net.sln.");
    }
}
