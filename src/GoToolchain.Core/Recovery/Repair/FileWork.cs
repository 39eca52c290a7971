using GoToolchain.Recovery.Content;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Repair;

/// <summary>What has to be done to a tree, file by file.</summary>
/// <param name="Restore">Files to be put in their place.</param>
/// <param name="Modes">Permissions to be set: relative paths.</param>
/// <param name="Remove">What is to be moved out: relative paths.</param>
internal sealed record FileWork(
    IReadOnlyList<ManifestEntry> Restore,
    IReadOnlyList<(string Path, UnixFileMode Mode)> Modes,
    IReadOnlyList<string> Remove
)
{
    private const UnixFileMode Readers = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>The bytes of the files to be restored.</summary>
    public long Bytes => Restore.Sum(e => e.Size);

    /// <summary>What is in the tree, does not belong into it as it is, and is to be kept: relative paths.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>Decides it.</summary>
    /// <param name="content">How the tree differs.</param>
    /// <param name="manifest">What it should hold.</param>
    /// <param name="options">How it was compared.</param>
    public static FileWork Of(ContentReport content, Manifest manifest, ContentOptions options)
    {
        var expected = new ExpectedFiles(manifest);
        var (restore, modes, remove) = (
            new Dictionary<string, ManifestEntry>(StringComparer.Ordinal),
            new List<(string, UnixFileMode)>(),
            new List<string>()
        );
        foreach (var difference in content.Differences)
        {
            var entry = expected.Find(difference.Path);
            if (entry is not null && difference.Kind != ContentDifferenceKind.WrongMode)
            {
                restore[entry.Path] = entry;
            }

            if (
                difference.Kind == ContentDifferenceKind.Extra
                || difference.Kind is ContentDifferenceKind.WrongType or ContentDifferenceKind.Dangling
            )
            {
                remove.Add(difference.Path);
            }
        }

        // Through a link, files below it may look right: they are somebody else's.
        foreach (var directory in remove.Where(expected.HasDirectory))
        {
            foreach (var entry in manifest.Entries.Where(e => e.Path.StartsWith(directory + "/", StringComparison.Ordinal)))
            {
                restore[entry.Path] = entry;
            }
        }

        foreach (var path in content.Differences.Where(d => d.Kind == ContentDifferenceKind.WrongMode).Select(d => d.Path))
        {
            if (!restore.ContainsKey(path))
            {
                modes.Add((path, ModeOf(expected.Find(path), Path.Combine(content.Root, path), options.LooseModes)));
            }
        }

        var modified = content.Differences.Where(d => d.Kind == ContentDifferenceKind.Modified).Select(d => d.Path);
        return new FileWork([.. restore.Values.OrderBy(e => e.Path, StringComparer.Ordinal)], modes, remove)
        {
            Kept = [.. remove, .. modified],
        };
    }

    private static UnixFileMode ModeOf(ManifestEntry? entry, string file, bool isLoose)
    {
        if (entry is null)
        {
            return FileModes.Directory;
        }

        // Whoever may read it may execute it: the bit for that is two below the one to read.
        var found = FileState.Of(file).Mode;
        return isLoose ? found | (UnixFileMode)((int)(found & Readers) >> 2) : entry.Mode;
    }
}
