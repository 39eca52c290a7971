using System.Globalization;
using GoToolchain.Recovery.Content;
using GoToolchain.Recovery.Materials;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Repair;

/// <summary>
/// Mends a tree in its place. First everything that is needed is made ready beside it and proved; then each file takes its place by one rename. A
/// kill in between leaves each file as it was or as it should be.
/// </summary>
/// <param name="root">The tree: absolute.</param>
/// <param name="place">Where the work is done.</param>
internal sealed class FileRepair(string root, RepairPlace place)
{
    private readonly Quarantine _quarantine = new(place.Quarantine);
    private readonly List<RepairAction> _done = [];
    private readonly Dictionary<string, DateTime> _times = new(StringComparer.Ordinal);

    /// <summary>What was done.</summary>
    public IReadOnlyList<RepairAction> Done => _done;

    /// <summary>Mends it.</summary>
    /// <param name="work">What has to be done.</param>
    /// <param name="materials">Where files can be had.</param>
    /// <param name="begins">Called before the first change of the tree: what happens from then on is finished by the next run.</param>
    /// <param name="cancel">Ends it before the first change of the tree.</param>
    /// <returns>The files that nobody has, and why the sources could not serve.</returns>
    /// <exception cref="IOException">The tree cannot be written.</exception>
    public async Task<(IReadOnlyList<string> Unavailable, GoToolchainException? Failure)> RunAsync(
        FileWork work,
        IEnumerable<IRepairMaterial> materials,
        Action begins,
        CancellationToken cancel
    )
    {
        Directory.CreateDirectory(place.Staging);
        var staged = work
            .Restore.Select((entry, i) => (entry, i))
            .ToDictionary(e => e.entry.Path, e => Staged(e.i), StringComparer.Ordinal);
        var (taken, failure) = await MaterialRun.TakeAsync(materials, work.Restore, e => staged[e.Path], cancel).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        begins();
        var isBlocked = work.Restore.Where(e => !taken.ContainsKey(e.Path)).Select(e => e.Path).ToList();
        // What stands in the place of a file that nobody has is left there: it may be all that is left of it.
        foreach (var path in work.Remove.Where(p => !isBlocked.Exists(b => b == p || b.StartsWith(p + "/", StringComparison.Ordinal))))
        {
            Touch(path);
            _quarantine.Move(root, path);
            _done.Add(new RepairAction(RepairActionKind.Quarantine, path, $"Moved {path} out of the tree into {place.Quarantine}."));
        }

        foreach (var (path, mode) in work.Modes)
        {
            SetMode(path, mode);
        }

        foreach (var entry in work.Restore.Where(e => taken.ContainsKey(e.Path)))
        {
            Touch(entry.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, entry.Path))!);
            _quarantine.Keep(root, entry.Path);
            FileMove.Replace(staged[entry.Path], Path.Combine(root, entry.Path));
            _done.Add(
                new RepairAction(RepairActionKind.RestoreFile, entry.Path, $"Restored {entry.Path} from {taken[entry.Path]}.")
                {
                    Bytes = entry.Size,
                    Source = taken[entry.Path],
                }
            );
        }

        foreach (var (directory, time) in _times)
        {
            Directory.SetLastWriteTimeUtc(directory, time);
        }

        return (isBlocked, failure);
    }

    private string Staged(int number) => Path.Combine(place.Staging, string.Create(CultureInfo.InvariantCulture, $"{number}.file"));

    private void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(root, path), mode);
            var octal = Convert.ToString((int)mode, 8);
            _done.Add(new RepairAction(RepairActionKind.SetMode, path, $"Set the mode of {path} to {octal}."));
        }
    }

    // A directory whose files are exchanged keeps its time, as if nothing had happened.
    private void Touch(string path)
    {
        var directory = Path.GetDirectoryName(Path.Combine(root, path))!;
        if (FileState.Of(directory).Kind == FileStateKind.Directory)
        {
            _times.TryAdd(directory, Directory.GetLastWriteTimeUtc(directory));
        }
    }
}
