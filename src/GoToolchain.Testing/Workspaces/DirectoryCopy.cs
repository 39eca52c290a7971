namespace GoToolchain.Testing.Workspaces;

/// <summary>Copies what a Go module consists of.</summary>
internal static class DirectoryCopy
{
    /// <summary>Copies a directory, without the <c>.git</c> at its top.</summary>
    /// <param name="from">Absolute.</param>
    /// <param name="to">Absolute; it exists.</param>
    /// <param name="cancel">Ends it between two files.</param>
    public static void Copy(string from, string to, CancellationToken cancel)
    {
        var source = new DirectoryInfo(from);
        Copy(source, source, new DirectoryInfo(to), cancel);
    }

    private static void Copy(DirectoryInfo top, DirectoryInfo from, DirectoryInfo to, CancellationToken cancel)
    {
        foreach (var entry in from.EnumerateFileSystemInfos())
        {
            cancel.ThrowIfCancellationRequested();
            var target = Path.Combine(to.FullName, entry.Name);
            if (entry.LinkTarget is { } link)
            {
                CopyLink(top, from, link, target, entry is DirectoryInfo);
            }
            else if (entry is DirectoryInfo directory)
            {
                if (from != top || directory.Name != ".git")
                {
                    Copy(top, directory, Directory.CreateDirectory(target), cancel);
                }
            }
            else if (((FileInfo)entry).Length == 0)
            {
                // Not opened: what is empty may be a pipe, from which reading never ends.
                File.Create(target).Dispose();
            }
            else
            {
                File.Copy(entry.FullName, target);
                // Go copies modules read-only; a test may want to change its copy.
                File.SetAttributes(target, File.GetAttributes(target) & ~FileAttributes.ReadOnly);
            }
        }
    }

    private static void CopyLink(DirectoryInfo top, DirectoryInfo from, string link, string target, bool isDirectory)
    {
        var leadsTo = Path.GetFullPath(link, from.FullName);
        var isInside = leadsTo.StartsWith(top.FullName + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        var content = isInside && !Path.IsPathRooted(link) ? link : leadsTo;
        _ = isDirectory ? Directory.CreateSymbolicLink(target, content) : File.CreateSymbolicLink(target, content);
    }
}
