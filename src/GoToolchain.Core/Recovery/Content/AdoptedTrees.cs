using System.Text.Json;
using System.Text.Json.Serialization;
using GoToolchain.Recovery.Repair;
using GoToolchain.Store;

namespace GoToolchain.Recovery.Content;

/// <summary>The trees that somebody else has installed, and that a user has declared to be right.</summary>
/// <param name="layout">The store.</param>
internal sealed class AdoptedTrees(StoreLayout layout)
{
    /// <summary>Writes down what a tree holds now.</summary>
    /// <param name="root">GOROOT: absolute, without links.</param>
    /// <param name="version">Its version.</param>
    /// <param name="platform">Its platform.</param>
    /// <param name="manifest">Every file.</param>
    /// <param name="at">When the first of them was read.</param>
    /// <exception cref="IOException">The store cannot be written.</exception>
    public void Write(string root, GoVersion version, GoPlatform platform, Manifest manifest, DateTimeOffset at)
    {
        var key = RepairSubject.KeyOf(root);
        Directory.CreateDirectory(layout.Adopted);
        var record = new AdoptedTree
        {
            Root = root,
            Version = version.ToString(),
            Platform = platform.ToString(),
            AdoptedAt = at,
        };
        // A record without its manifest says nothing, so the manifest comes first.
        StoreFile.Write(layout, key, ManifestFile(root), manifest.ToBytes());
        StoreFile.Write(layout, key, RecordFile(root), JsonSerializer.SerializeToUtf8Bytes(record, AdoptedTreeContext.Default.AdoptedTree));
    }

    /// <summary>All of them, gone ones too.</summary>
    public IEnumerable<AdoptedTree> All() =>
        Directory.Exists(layout.Adopted)
            ? Directory.GetFiles(layout.Adopted, "*.json").Order(StringComparer.Ordinal).Select(Read).OfType<AdoptedTree>()
            : [];

    /// <summary>What was written down of a tree; null: nothing.</summary>
    /// <param name="root">GOROOT: absolute, without links.</param>
    public AdoptedTree? Find(string root) => Read(RecordFile(root)) is { } tree && tree.Root == root ? tree : null;

    private static AdoptedTree? Read(string file)
    {
        try
        {
            var record = File.Exists(file)
                ? JsonSerializer.Deserialize(File.ReadAllBytes(file), AdoptedTreeContext.Default.AdoptedTree)
                : null;
            return record is { SchemaVersion: 1 } ? record : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The manifest of such a tree; null: there is none, or it is damaged.</summary>
    /// <param name="root">GOROOT: absolute, without links.</param>
    public Manifest? ManifestOf(string root) => Manifest.Read(ManifestFile(root));

    private string RecordFile(string root) => Path.Combine(layout.Adopted, RepairSubject.KeyOf(root) + ".json");

    private string ManifestFile(string root) => Path.Combine(layout.Adopted, RepairSubject.KeyOf(root) + ".bin");
}

/// <summary>A tree that a user has declared to be right.</summary>
internal sealed record AdoptedTree
{
    /// <summary>The shape of this file. Now 1.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>GOROOT: absolute, without links.</summary>
    public required string Root { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>Its platform.</summary>
    public required string Platform { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset AdoptedAt { get; init; }
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AdoptedTree))]
internal sealed partial class AdoptedTreeContext : JsonSerializerContext;
