using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoToolchain.Recovery.Snapshots;

/// <summary>What a snapshot says about itself: <c>snapshot.json</c> in its directory.</summary>
internal sealed record SnapshotRecord
{
    /// <summary>The shape of this file. Now 1.</summary>
    public int SchemaVersion { get; init; } = 1;

    public required string Root { get; init; }

    public required string ResolvedRoot { get; init; }

    public string? Version { get; init; }

    public string? Platform { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required int Files { get; init; }

    public required long Bytes { get; init; }

    public long ClonedBytes { get; init; }

    public bool IsAsInstalled { get; init; }

    /// <summary>Links that lead to something in the tree, or nowhere.</summary>
    public IReadOnlyList<SnapshotLink> Links { get; init; } = [];

    /// <summary>Directories that hold nothing, or have other permissions than usual.</summary>
    public IReadOnlyList<SnapshotDirectory> Directories { get; init; } = [];

    public static SnapshotRecord? Read(string file)
    {
        try
        {
            var record = JsonSerializer.Deserialize(File.ReadAllBytes(file), SnapshotJson.Default.SnapshotRecord);
            return record is { SchemaVersion: 1 } ? record : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, SnapshotJson.Default.SnapshotRecord);
}

/// <summary>A link.</summary>
/// <param name="Path">Relative to GOROOT, with <c>/</c>.</param>
/// <param name="Target">As it is written.</param>
internal sealed record SnapshotLink(string Path, string Target);

/// <summary>A directory.</summary>
/// <param name="Path">Relative to GOROOT, with <c>/</c>.</param>
/// <param name="Mode">Permission bits.</param>
internal sealed record SnapshotDirectory(string Path, int Mode);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SnapshotRecord))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
