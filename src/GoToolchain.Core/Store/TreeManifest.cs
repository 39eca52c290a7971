using System.Security.Cryptography;
using GoToolchain.Verification;

namespace GoToolchain.Store;

/// <summary>Makes the manifest of a tree that is already on disk.</summary>
internal static class TreeManifest
{
    /// <summary>Reads and hashes every file, on all cores. Links are not followed and not listed.</summary>
    /// <param name="root">The tree: absolute.</param>
    /// <param name="cancel">Ends the work.</param>
    public static Manifest Of(string root, CancellationToken cancel)
    {
        var files = new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.LinkTarget is null).ToArray();
        var entries = new ManifestEntry[files.Length];
        Parallel.For(
            0,
            files.Length,
            new ParallelOptions { CancellationToken = cancel },
            i =>
            {
                var file = files[i];
                using var stream = new FileStream(
                    file.FullName,
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.Read,
                    0,
                    FileOptions.SequentialScan
                );
                Span<byte> digest = stackalloc byte[32];
                SHA256.HashData(stream, digest);
                var path = Path.GetRelativePath(root, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
                var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : file.UnixFileMode;
                entries[i] = new ManifestEntry(path, stream.Length, mode, new Sha256Digest(digest));
            }
        );
        return new Manifest(entries);
    }
}
