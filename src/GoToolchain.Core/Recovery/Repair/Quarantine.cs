using System.Globalization;
using GoToolchain.Recovery.Content;

namespace GoToolchain.Recovery.Repair;

/// <summary>Keeps what a repair moves out of a tree, under the path that it had there.</summary>
/// <param name="directory">Absolute; made at the first use.</param>
internal sealed class Quarantine(string directory)
{
    // A copy of something larger is not worth the space, when a second name cannot be had.
    private const long LargestCopy = 256L << 20;

    /// <summary>The directory when something is in it, else null.</summary>
    public string? Used => System.IO.Directory.Exists(directory) ? directory : null;

    /// <summary>Moves something out of a tree.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="path">Relative, with <c>/</c>; empty: what stands in the place of the tree.</param>
    /// <exception cref="IOException">It cannot be moved.</exception>
    public void Move(string root, string path)
    {
        var from = path.Length == 0 ? root : Path.Combine(root, path);
        if (FileState.Of(from).Kind != FileStateKind.Missing)
        {
            FileMove.ToElsewhere(from, Free(path.Length == 0 ? Path.GetFileName(root) : path));
        }
    }

    /// <summary>Keeps a file that is about to be replaced; it stays in its place until then.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="path">Relative, with <c>/</c>.</param>
    public void Keep(string root, string path)
    {
        var file = Path.Combine(root, path);
        if (FileState.Of(file) is { Kind: FileStateKind.File, Size: <= LargestCopy })
        {
            FileMove.Keep(file, Free(path));
        }
    }

    private string Free(string path)
    {
        var target = Path.Combine(directory, path);
        for (var number = 1; FileState.Of(target).Kind != FileStateKind.Missing; number++)
        {
            target = Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{path}.{number}"));
        }

        return target;
    }
}
