using System.Text.Json;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Journal;

/// <summary>The repairs that have begun: <c>journal/</c> in the store. Written and removed under the lock of the tree.</summary>
/// <param name="layout">The store.</param>
internal sealed class RepairJournals(StoreLayout layout)
{
    /// <summary>Writes a journal, its manifest first: one without a manifest is none.</summary>
    /// <param name="key">The key of the tree.</param>
    /// <param name="journal">The journal.</param>
    /// <param name="manifest">What the tree is to hold.</param>
    /// <exception cref="IOException">The store cannot be written.</exception>
    public void Write(string key, RepairJournal journal, Manifest manifest)
    {
        Directory.CreateDirectory(layout.Journal);
        StoreFile.Write(layout, key, ManifestFile(key), manifest.ToBytes());
        StoreFile.Write(
            layout,
            key,
            RecordFile(key),
            JsonSerializer.SerializeToUtf8Bytes(journal, RepairJournalContext.Default.RepairJournal)
        );
    }

    /// <summary>The journal of a tree.</summary>
    /// <param name="key">The key of the tree.</param>
    /// <returns>Null when no repair has begun, or what is there cannot be understood.</returns>
    public (RepairJournal Journal, Manifest Manifest)? Find(string key)
    {
        try
        {
            var journal = File.Exists(RecordFile(key))
                ? JsonSerializer.Deserialize(File.ReadAllBytes(RecordFile(key)), RepairJournalContext.Default.RepairJournal)
                : null;
            return journal is { SchemaVersion: 1 } && Manifest.Read(ManifestFile(key)) is { } manifest ? (journal, manifest) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The keys of the trees whose repair has begun and not ended; some of them may be at work now.</summary>
    public IReadOnlyList<string> Keys() =>
        Directory.Exists(layout.Journal)
            ?
            [
                .. Directory
                    .GetFiles(layout.Journal, "*.json")
                    .Select(f => Path.GetFileNameWithoutExtension(f)!)
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>The repair has ended.</summary>
    /// <param name="key">The key of the tree.</param>
    public void Remove(string key)
    {
        if (Directory.Exists(layout.Journal))
        {
            File.Delete(RecordFile(key));
            File.Delete(ManifestFile(key));
        }
    }

    private string RecordFile(string key) => Path.Combine(layout.Journal, key + ".json");

    private string ManifestFile(string key) => Path.Combine(layout.Journal, key + ".bin");
}
