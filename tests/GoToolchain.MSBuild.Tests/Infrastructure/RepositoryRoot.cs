namespace GoToolchain.MSBuild.Tests;

/// <summary>The clone that these tests were built from.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static string Artifacts => System.IO.Path.Combine(Path, "artifacts");

    /// <summary>What these tests were built as.</summary>
    public static string Configuration { get; } =
        new DirectoryInfo(AppContext.BaseDirectory).Name.Equals("release", StringComparison.OrdinalIgnoreCase) ? "Release" : "Debug";

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(directory.FullName, "GoToolchain.Net.sln")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException($"{AppContext.BaseDirectory} is not in a clone.");
        }

        return directory.FullName;
    }
}
