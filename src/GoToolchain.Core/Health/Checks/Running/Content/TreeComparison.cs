using System.Collections.Concurrent;
using System.Security.Cryptography;
using GoToolchain.Inspection;
using GoToolchain.Store;
using GoToolchain.Verification;

namespace GoToolchain.Health.Checks.Running.Content;

/// <summary>How a tree differs from its manifest: paths relative to GOROOT, with <c>/</c>, in order.</summary>
/// <param name="Missing">Files that are not there, or are no files any more.</param>
/// <param name="Modified">Files with other content.</param>
/// <param name="NotExecutable">Programs that have lost the permission to be executed.</param>
/// <param name="Extra">Files of which the manifest knows nothing.</param>
internal sealed record TreeComparison(
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Modified,
    IReadOnlyList<string> NotExecutable,
    IReadOnlyList<string> Extra
)
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    // No Go has a tenth of that; a tree that was filled without end is not listed to its end.
    private const int MostFiles = 1_000_000;

    /// <summary>Reads and hashes every file, on all cores.</summary>
    /// <param name="root">The tree: absolute.</param>
    /// <param name="manifest">What it should hold.</param>
    /// <param name="cancel">Ends it.</param>
    public static TreeComparison Of(string root, Manifest manifest, CancellationToken cancel)
    {
        var (missing, modified, modes) = (new ConcurrentBag<string>(), new ConcurrentBag<string>(), new ConcurrentBag<string>());
        Parallel.ForEach(
            manifest.Entries,
            new ParallelOptions { CancellationToken = cancel },
            entry =>
            {
                var file = Path.Combine(root, entry.Path);
                var facts = Look(file);
                if (facts.Kind != FileKind.File)
                {
                    missing.Add(entry.Path);
                    return;
                }

                if (!OperatingSystem.IsWindows() && (entry.Mode & AnyExecute) != 0 && !facts.IsExecutable)
                {
                    modes.Add(entry.Path);
                }

                if (facts.Length != entry.Size || (entry.Size > 0 && HashOf(file) != entry.Digest))
                {
                    modified.Add(entry.Path);
                }
            }
        );
        var known = manifest.Entries.Select(e => e.Path).ToHashSet(StringComparer.Ordinal);
        return new TreeComparison(Sort(missing), Sort(modified), Sort(modes), Sort(FilesOf(root, cancel).Where(f => !known.Contains(f))));
    }

    private static FileFacts Look(string file)
    {
        try
        {
            return FileFacts.Of(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FileFacts(FileKind.Missing);
        }
    }

    // What cannot be read differs, whatever is in it.
    private static Sha256Digest? HashOf(string file)
    {
        try
        {
            using var stream = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete,
                0,
                FileOptions.SequentialScan
            );
            Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(stream, digest);
            return new Sha256Digest(digest);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Links are not followed: they are not in the manifest either.
    private static IEnumerable<string> FilesOf(string root, CancellationToken cancel)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
            ReturnSpecialDirectories = false,
        };
        foreach (var file in Directory.EnumerateFiles(root, "*", options).Take(MostFiles))
        {
            cancel.ThrowIfCancellationRequested();
            yield return Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/');
        }
    }

    private static List<string> Sort(IEnumerable<string> paths) => [.. paths.Order(StringComparer.Ordinal)];
}
