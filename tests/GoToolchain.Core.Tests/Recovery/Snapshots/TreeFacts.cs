using System.Security.Cryptography;

namespace GoToolchain.Core.Tests.Recovery.Snapshots;

/// <summary>Everything that a tree is: kinds, contents, modes, times and links.</summary>
internal static class TreeFacts
{
    /// <summary>One line for each entry, in order.</summary>
    public static IReadOnlyList<string> Of(string root) =>
        [
            .. new DirectoryInfo(root)
                .EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
                .Select(info => $"{Path.GetRelativePath(root, info.FullName)} {Describe(info)}")
                .Order(StringComparer.Ordinal),
        ];

    private static string Describe(FileSystemInfo info)
    {
        var mode = OperatingSystem.IsWindows() ? "" : Convert.ToString((int)info.UnixFileMode, 8);
        return info.LinkTarget is { } target ? $"-> {target}"
            : info is DirectoryInfo ? $"directory {mode}"
            : $"{Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(info.FullName)))} {mode} {info.LastWriteTimeUtc.Ticks}";
    }
}
