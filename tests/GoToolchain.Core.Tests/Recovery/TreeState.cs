using System.Security.Cryptography;
using GoToolchain.Inspection;

namespace GoToolchain.Core.Tests.Recovery;

/// <summary>
/// Every file of a tree with its mode, time and content, looked at with other means than the product's. A file that shares its inode with the original
/// has the same content; all others are hashed.
/// </summary>
internal static class TreeState
{
    /// <summary>Fails unless both trees hold the same.</summary>
    /// <param name="original">Absolute.</param>
    /// <param name="root">Absolute.</param>
    /// <param name="timeless">Files whose time the damage has changed, and that were not replaced: relative.</param>
    public static void RequireEqual(string original, string root, IReadOnlyCollection<string> timeless)
    {
        var (expected, found) = (FilesOf(original), FilesOf(root));
        Assert.Empty(expected.Keys.Except(found.Keys).Select(p => $"missing: {p}"));
        Assert.Empty(found.Keys.Except(expected.Keys).Select(p => $"extra: {p}"));
        Assert.All(expected, e => RequireEqual(e.Key, e.Value, found[e.Key], timeless.Contains(e.Key)));
    }

    private static void RequireEqual(string path, FileInfo original, FileInfo file, bool isTimeless)
    {
        if (NumberOf(file) is { } number && number == NumberOf(original))
        {
            return;
        }

        Assert.True(file.LinkTarget == original.LinkTarget, $"{path} is a link to {file.LinkTarget}.");
        Assert.True(
            isTimeless || file.LastWriteTimeUtc == original.LastWriteTimeUtc,
            $"{path} is of {file.LastWriteTimeUtc:O}, not of {original.LastWriteTimeUtc:O}."
        );
        if (!OperatingSystem.IsWindows())
        {
            Assert.True(
                file.UnixFileMode == original.UnixFileMode,
                $"{path} has the mode {file.UnixFileMode}, not {original.UnixFileMode}."
            );
        }

        Assert.True(HashOf(file) == HashOf(original), $"{path} has another content.");
    }

    private static (uint, uint, ulong)? NumberOf(FileInfo file) =>
        OperatingSystem.IsLinux() && LinuxFileStatus.Get(file.FullName, follow: false, out var status) == 0 ? status.Number : null;

    private static Dictionary<string, FileInfo> FilesOf(string root) =>
        new DirectoryInfo(root)
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(root, f.FullName), StringComparer.Ordinal);

    private static string HashOf(FileInfo file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file.FullName)));
}
