using GoToolchain.Inspection;
using GoToolchain.Locating;

namespace GoToolchain.Recovery.Snapshots;

/// <summary>
/// Lists a GOROOT as one tree. A link that leads out of it is followed, as in the packages of distributions, where <c>src</c> leads into a share
/// directory: without what it leads to there would be no Go. All other links are shown as links. Pipes, sockets and devices are passed over.
/// </summary>
internal sealed class TreeListing
{
    // No release has a tenth of it: a link to the whole file system, say.
    private const int MostEntries = 400_000;
    private const int MostLinksOut = 8;
    private readonly LinkResolver _links = new();
    private readonly string _root;
    private readonly string _resolved;

    /// <summary>Prepares to list a tree.</summary>
    /// <param name="root">GOROOT: absolute.</param>
    public TreeListing(string root) => (_root, _resolved) = (root, _links.Resolve(root) ?? root);

    /// <summary>Everything in the tree, in no order.</summary>
    /// <param name="below">Only what is below this directory: relative; empty: everything.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="IOException">A directory cannot be read, or the tree is far larger than a Go.</exception>
    /// <exception cref="UnauthorizedAccessException">A directory may not be read.</exception>
    public List<TreeEntry> Read(string below, CancellationToken cancel)
    {
        var entries = new List<TreeEntry>();
        Read(entries, new DirectoryInfo(Path.Combine(_root, below)), below.Length == 0 ? "" : below + "/", 0, cancel);
        return entries;
    }

    private void Read(List<TreeEntry> entries, DirectoryInfo directory, string prefix, int linksOut, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        foreach (var info in directory.EnumerateFileSystemInfos())
        {
            if (entries.Count > MostEntries)
            {
                throw new IOException($"{_root} has more than {MostEntries:N0} files: that is no Go alone");
            }

            try
            {
                Add(entries, info, prefix + info.Name, linksOut, cancel);
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                // It has gone between being listed and being looked at.
            }
        }
    }

    private void Add(List<TreeEntry> entries, FileSystemInfo info, string path, int linksOut, CancellationToken cancel)
    {
        if (info.LinkTarget is { } target)
        {
            var final = _links.Resolve(info.FullName) ?? info.FullName;
            if (linksOut >= MostLinksOut || !Path.Exists(final) || IsBelow(final, _resolved) || IsBelow(_resolved, final))
            {
                entries.Add(new TreeEntry(path, TreeEntryKind.Link, default, 0, info.LastWriteTimeUtc, target));
                return;
            }

            linksOut++;
            info = Directory.Exists(final) ? new DirectoryInfo(final) : new FileInfo(final);
        }

        var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : info.UnixFileMode;
        if (info is DirectoryInfo directory)
        {
            entries.Add(new TreeEntry(path, TreeEntryKind.Directory, mode, 0, info.LastWriteTimeUtc));
            Read(entries, directory, path + "/", linksOut, cancel);
        }
        else if (IsRegular(info.FullName))
        {
            entries.Add(new TreeEntry(path, TreeEntryKind.File, mode, ((FileInfo)info).Length, info.LastWriteTimeUtc));
        }
    }

    private static bool IsBelow(string path, string directory) =>
        path == directory || path.StartsWith(directory + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // Elsewhere a pipe cannot be told from an empty file.
    private static bool IsRegular(string file) =>
        !OperatingSystem.IsLinux()
        || !LinuxFileStatus.IsAvailable
        || (LinuxFileStatus.Get(file, follow: false, out var status) == 0 && status.IsRegularFile);
}
