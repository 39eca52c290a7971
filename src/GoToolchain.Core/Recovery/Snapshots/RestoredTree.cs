using GoToolchain.Recovery.Content;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Snapshots;

/// <summary>Proves that a tree is the one of a snapshot: every file with content, mode and time, every link, and nothing else.</summary>
internal static class RestoredTree
{
    // Enough to see what is going on.
    private const int MostProblems = 100;

    /// <summary>Compares.</summary>
    /// <param name="root">The restored tree: absolute.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>One line for each problem; the first hundred.</returns>
    public static IReadOnlyList<string> Compare(string root, StoredSnapshot snapshot, CancellationToken cancel)
    {
        if (snapshot.ReadManifest() is not { } manifest || snapshot.ReadTimes(manifest.Entries.Count) is not { } times)
        {
            return ["the lists of the snapshot cannot be read"];
        }

        var links = snapshot.Record.Links.ToDictionary(l => l.Path, l => l.Target, StringComparer.Ordinal);
        var directories = snapshot.Record.Directories.Select(d => d.Path).ToHashSet(StringComparer.Ordinal);
        var report = ContentCheck.Compare(root, manifest, new ContentOptions { Deep = true }, cancel);
        var differences = report.Differences.Where(d => d.Kind != ContentDifferenceKind.Extra || !IsKnown(d.Path));
        return
        [
            .. differences
                .Select(d => $"{d.Path}: {d.Kind}")
                .Concat(WrongLinks(root, snapshot))
                .Concat(WrongTimes(root, manifest, times))
                .Take(MostProblems),
        ];

        bool IsKnown(string path) =>
            links.ContainsKey(path) || directories.Any(d => d == path || d.StartsWith(path + "/", StringComparison.Ordinal));
    }

    private static IEnumerable<string> WrongLinks(string root, StoredSnapshot snapshot) =>
        snapshot
            .Record.Links.Where(l => new FileInfo(Path.Combine(root, l.Path)).LinkTarget != l.Target)
            .Select(l => $"{l.Path}: leads elsewhere");

    private static IEnumerable<string> WrongTimes(string root, Manifest manifest, DateTime[] times) =>
        manifest
            .Entries.Zip(times)
            .Where(f => File.Exists(Path.Combine(root, f.First.Path)))
            .Where(f => File.GetLastWriteTimeUtc(Path.Combine(root, f.First.Path)) != f.Second)
            .Select(f => $"{f.First.Path}: WrongTime");
}
