using System.IO.Enumeration;
using GoToolchain.Inspection;
using GoToolchain.Recovery.Repair;

namespace GoToolchain.Recovery.Content;

/// <summary>
/// Walks a tree for what should not be there, and for what stands in the place of a directory. A directory that should not be there is one
/// difference, whatever is in it.
/// </summary>
internal static class ExtraFiles
{
    // No Go has a tenth of that; a tree that was filled without end is not listed to its end.
    private const int MostFiles = 1_000_000;

    private static readonly EnumerationOptions s_everything = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        ReturnSpecialDirectories = false,
        RecurseSubdirectories = false,
    };

    /// <summary>Walks.</summary>
    /// <param name="root">The tree: absolute.</param>
    /// <param name="expected">What should be there.</param>
    /// <param name="allowLinks">A link in the place of a directory is as good as one, and others are passed over.</param>
    /// <param name="report">Called for each.</param>
    /// <param name="cancel">Ends it.</param>
    public static void Find(
        string root,
        ExpectedFiles expected,
        bool allowLinks,
        Action<ContentDifference> report,
        CancellationToken cancel
    )
    {
        var (ahead, seen) = (new Stack<string>(), 0);
        ahead.Push("");
        while (ahead.TryPop(out var directory) && seen < MostFiles)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var (name, isDirectory, isLink) in ListOf(Path.Combine(root, directory)))
            {
                seen++;
                var path = directory.Length == 0 ? name : $"{directory}/{name}";
                if (!expected.HasDirectory(path))
                {
                    if (expected.Find(path) is null && !(isLink && allowLinks) && path != RepairPlace.StagingName)
                    {
                        report(new ContentDifference(path, ContentDifferenceKind.Extra));
                    }

                    continue;
                }

                var full = Path.Combine(root, path);
                if (isLink ? allowLinks && Directory.Exists(full) : isDirectory)
                {
                    Enter(path, full);
                }
                else
                {
                    var isDangling = isLink && FileFacts.Of(full).Kind == FileKind.DanglingLink;
                    report(new ContentDifference(path, isDangling ? ContentDifferenceKind.Dangling : ContentDifferenceKind.WrongType));
                }
            }
        }

        void Enter(string path, string full)
        {
            if (!allowLinks && !FileModes.IsOpen(FileState.Of(full).Mode))
            {
                report(new ContentDifference(path, ContentDifferenceKind.WrongMode));
            }

            ahead.Push(path);
        }
    }

    private static IReadOnlyList<(string Name, bool IsDirectory, bool IsLink)> ListOf(string directory)
    {
        try
        {
            return
            [
                .. new FileSystemEnumerable<(string, bool, bool)>(
                    directory,
                    (ref FileSystemEntry entry) =>
                        (entry.FileName.ToString(), entry.IsDirectory, entry.Attributes.HasFlag(FileAttributes.ReparsePoint)),
                    s_everything
                ),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is missing from it is reported file by file; that it is closed, as a wrong mode.
            return [];
        }
    }
}
