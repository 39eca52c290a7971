namespace GoToolchain.Repository.Tests;

/// <summary>The clone that these tests were built from.</summary>
internal static class RepositoryRoot
{
    private static readonly string s_path = Find(AppContext.BaseDirectory);

    /// <summary>Debug or release: what these tests were built as, and so what the packages are taken from.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Name;

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
