using GoToolchain.Store;

namespace GoToolchain.Recovery.Content;

/// <summary>A manifest, arranged for looking up.</summary>
/// <param name="manifest">Every file.</param>
internal sealed class ExpectedFiles(Manifest manifest)
{
    private readonly Dictionary<string, ManifestEntry> _files = manifest.Entries.ToDictionary(e => e.Path, StringComparer.Ordinal);
    private readonly HashSet<string> _directories = DirectoriesOf(manifest);

    /// <summary>The files, the largest first.</summary>
    public ManifestEntry[] LargestFirst { get; } = [.. manifest.Entries.OrderByDescending(e => e.Size)];

    /// <summary>The file of a path; null when there should be none.</summary>
    /// <param name="path">Relative, with <c>/</c>.</param>
    public ManifestEntry? Find(string path) => _files.GetValueOrDefault(path);

    /// <summary>There should be a directory of that path.</summary>
    /// <param name="path">Relative, with <c>/</c>.</param>
    public bool HasDirectory(string path) => _directories.Contains(path);

    private static HashSet<string> DirectoriesOf(Manifest manifest)
    {
        var directories = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in manifest.Entries)
        {
            for (var slash = entry.Path.LastIndexOf('/'); slash > 0; slash = entry.Path.LastIndexOf('/', slash - 1))
            {
                if (!directories.Add(entry.Path[..slash]))
                {
                    break;
                }
            }
        }

        return directories;
    }
}
