using System.Collections.Concurrent;
using System.IO.Enumeration;
using System.Security.Cryptography;
using GoToolchain.Inspection;
using GoToolchain.Store;

namespace GoToolchain.Verification;

/// <summary>The files of an installed GOROOT, seen as those of <see cref="ToolchainModule"/>.</summary>
/// <param name="Files">Those that the module holds, with their hashes.</param>
/// <param name="NotCovered">What the module does not hold.</param>
/// <param name="Foreign">Links, pipes and what else no module can hold.</param>
internal sealed record InstalledTree(IReadOnlyList<ManifestEntry> Files, IReadOnlyList<string> NotCovered, IReadOnlyList<string> Foreign)
{
    // As many as an archive may have; no release has a fifth of it.
    private const int MostFiles = ArchiveEntryRules.MaxEntries;
    private const string Hidden = "_go.mod";

    // golang.org/dl leaves its mark and the archive; old builds of Go leave objects.
    private static readonly string[] s_leftovers = [".unpacked-success", "pkg/obj"];

    /// <summary>Reads and hashes every file, on all cores. Links are not followed.</summary>
    /// <param name="root">GOROOT: absolute, no link itself.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.NotProvable"/>: it cannot be read, or is far larger than a release.</exception>
    public static InstalledTree Read(string root, CancellationToken cancel)
    {
        try
        {
            var (files, aside) = List(root, cancel);
            var foreign = new ConcurrentBag<string>();
            var entries = new ConcurrentBag<ManifestEntry>();
            Parallel.ForEach(
                files,
                new ParallelOptions { CancellationToken = cancel },
                path =>
                {
                    if (Hash(root, path) is { } entry)
                    {
                        entries.Add(entry);
                    }
                    else
                    {
                        foreign.Add(path);
                    }
                }
            );
            var known = entries.ToDictionary(e => e.Path, StringComparer.Ordinal);
            var unpacked = UnpackedByGo(known, foreign, aside);
            return new InstalledTree(unpacked, [.. aside.Order(StringComparer.Ordinal)], [.. foreign.Order(StringComparer.Ordinal)]);
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.FirstOrDefault(IsUnreadable) is { } cause)
        {
            throw Unreadable(root, cause);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            throw Unreadable(root, e);
        }
    }

    private static (List<string> Files, HashSet<string> Aside) List(string root, CancellationToken cancel)
    {
        var aside = new HashSet<string>(StringComparer.Ordinal);
        var all = new FileSystemEnumerable<string>(
            root,
            (ref FileSystemEntry entry) => Path.GetRelativePath(root, entry.ToFullPath()).Replace(Path.DirectorySeparatorChar, '/'),
            new EnumerationOptions
            {
                RecurseSubdirectories = true,
                AttributesToSkip = 0,
                IgnoreInaccessible = false,
            }
        )
        {
            // A link to a directory is shown, as what it is, and not gone into.
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.IsDirectory || entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        var files = new List<string>();
        foreach (var path in all)
        {
            cancel.ThrowIfCancellationRequested();
            if (Aside(path) is { } part)
            {
                aside.Add(part);
                continue;
            }

            files.Add(path);
            if (files.Count > MostFiles)
            {
                throw new GoToolchainException(
                    GoErrorCodes.NotProvable,
                    $"The directory has more than {MostFiles:N0} files, so it is not a release of Go alone.",
                    root,
                    "Name the GOROOT itself."
                );
            }
        }

        return (files, aside);
    }

    private static string? Aside(string path) =>
        !ToolchainModule.Holds(path) ? path[..path.IndexOf('/', StringComparison.Ordinal)]
        : Array.Find(s_leftovers, part => path == part || path.StartsWith(part + "/", StringComparison.Ordinal)) is { } leftover ? leftover
        : path.StartsWith("go1", StringComparison.Ordinal) && !path.Contains('/', StringComparison.Ordinal) && IsArchive(path) ? path
        : null;

    private static bool IsArchive(string name) =>
        name.EndsWith(".tar.gz", StringComparison.Ordinal) || name.EndsWith(".zip", StringComparison.Ordinal);

    // Null: neither a file nor anything else that a release holds.
    private static ManifestEntry? Hash(string root, string path)
    {
        var file = Path.Combine(root, path);
        var info = new FileInfo(file);
        if (info.LinkTarget is not null || !IsRegular(file))
        {
            return null;
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        if (info.Length == 0)
        {
            SHA256.HashData([], digest);
            return new ManifestEntry(path, 0, UnixFileMode.None, new Sha256Digest(digest));
        }

        using var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            0,
            FileOptions.SequentialScan
        );
        if (stream.Length > ArchiveEntryRules.MaxFileBytes)
        {
            return null;
        }

        SHA256.HashData(stream, digest);
        return new ManifestEntry(path, stream.Length, UnixFileMode.None, new Sha256Digest(digest));
    }

    // Elsewhere a pipe cannot be told from an empty file; neither is opened.
    private static bool IsRegular(string file) =>
        !OperatingSystem.IsLinux()
        || !LinuxFileStatus.IsAvailable
        || (LinuxFileStatus.Get(file, follow: false, out var status) == 0 && status.IsRegularFile);

    // Where the go command has unpacked the module, each `_go.mod` is still there beside the `go.mod` that it was copied to.
    private static List<ManifestEntry> UnpackedByGo(
        Dictionary<string, ManifestEntry> known,
        ConcurrentBag<string> foreign,
        HashSet<string> aside
    )
    {
        foreach (
            var hidden in known.Values.Where(e => e.Path.EndsWith("/" + Hidden, StringComparison.Ordinal) || e.Path == Hidden).ToList()
        )
        {
            var copy = hidden.Path[..^Hidden.Length] + Hidden[1..];
            known.Remove(hidden.Path);
            if (known.TryGetValue(copy, out var plain) && plain.Digest == hidden.Digest)
            {
                aside.Add(hidden.Path);
            }
            else
            {
                foreign.Add(hidden.Path);
            }
        }

        return [.. known.Values];
    }

    private static bool IsUnreadable(Exception e) => e is IOException or UnauthorizedAccessException;

    private static GoToolchainException Unreadable(string root, Exception e) =>
        new(
            GoErrorCodes.NotProvable,
            $"Not every file can be read: {e.Message.TrimEnd('.')}.",
            root,
            "See who owns the directory, and that this user may read all of it.",
            e
        );
}
