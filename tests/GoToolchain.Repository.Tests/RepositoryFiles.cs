using GoToolchain.Fixtures;

namespace GoToolchain.Repository.Tests;

/// <summary>The files of the repository, without what builds and tools leave behind.</summary>
internal static class RepositoryFiles
{
    private static readonly HashSet<string> s_notOurs =
    [
        ".git",
        ".idea",
        ".vs",
        ".vscode",
        "artifacts",
        "BenchmarkDotNet.Artifacts",
        "bin",
        "obj",
        "TestResults",
    ];

    /// <summary>Absolute paths, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Below(RepositoryRoot.File()).Order(StringComparer.Ordinal)];

    /// <summary>The path as it is written in the repository, with forward slashes.</summary>
    public static string Relative(string file) => Path.GetRelativePath(RepositoryRoot.File(), file).Replace('\\', '/');

    private static IEnumerable<string> Below(string directory) =>
        Directory
            .EnumerateFiles(directory)
            .Concat(Directory.EnumerateDirectories(directory).Where(sub => !s_notOurs.Contains(Path.GetFileName(sub))).SelectMany(Below));
}
