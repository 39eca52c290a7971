using System.Globalization;
using GoToolchain.Recovery.Materials;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Snapshots;

/// <summary>A snapshot, as something that a repair takes files from.</summary>
/// <param name="layout">The store.</param>
/// <param name="snapshot">Which.</param>
internal sealed class SnapshotMaterial(SnapshotLayout layout, StoredSnapshot snapshot) : IRepairMaterial
{
    private readonly SnapshotObjects _objects = new(layout);
    private readonly Lazy<Manifest?> _manifest = new(snapshot.ReadManifest);
    private readonly Lazy<Dictionary<string, DateTime>> _times = new(() => TimesOf(snapshot));

    public string Name =>
        string.Create(CultureInfo.InvariantCulture, $"snapshot of {snapshot.Record.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm}");

    public int Cost => 1;

    public Manifest? Manifest => _manifest.Value;

    public bool TryCopy(ManifestEntry entry, string target, CancellationToken cancel)
    {
        if (!_objects.TryCopy(entry.Digest, entry.Size, target, cancel))
        {
            return false;
        }

        if (_times.Value.TryGetValue(entry.Path, out var time))
        {
            File.SetLastWriteTimeUtc(target, time);
        }

        return true;
    }

    public void Dispose() { }

    private static Dictionary<string, DateTime> TimesOf(StoredSnapshot snapshot)
    {
        var entries = snapshot.ReadManifest()?.Entries ?? [];
        var times = snapshot.ReadTimes(entries.Count) ?? [];
        return entries.Zip(times).ToDictionary(p => p.First.Path, p => p.Second, StringComparer.Ordinal);
    }
}
