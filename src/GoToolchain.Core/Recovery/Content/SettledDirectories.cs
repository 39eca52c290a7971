using System.Collections.Concurrent;

namespace GoToolchain.Recovery.Content;

/// <summary>
/// The directories of a tree that nothing has been put into, and that have not been moved, since a time. A file that is moved with its directory keeps the
/// time of its last change, so that time says nothing of a file below any other directory. The root may have been moved: it is the tree that is asked about.
/// </summary>
/// <param name="root">The tree: absolute.</param>
/// <param name="since">The time.</param>
internal sealed class SettledDirectories(string root, DateTimeOffset since)
{
    private readonly ConcurrentDictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>The directory of a file, and each above it, is one.</summary>
    /// <param name="path">The file: relative, with <c>/</c>.</param>
    public bool Hold(string path) => path.LastIndexOf('/') is var slash && (slash < 0 || _known.GetOrAdd(path[..slash], IsSettled));

    private bool IsSettled(string directory) =>
        FileState.Of(Path.Combine(root, directory)) is { Kind: FileStateKind.Directory } state && state.Changed < since && Hold(directory);
}
