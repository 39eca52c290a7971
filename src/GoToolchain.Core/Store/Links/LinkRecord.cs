using System.Text.Json.Serialization;

namespace GoToolchain.Store.Links;

/// <summary>What the store remembers of a stable link.</summary>
internal sealed record LinkRecord
{
    /// <summary>The shape of this file. Now 1.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>The link: absolute.</summary>
    public required string Path { get; init; }

    /// <summary>The toolchain that it was made for. The link itself tells where it leads now.</summary>
    public required string Toolchain { get; init; }
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LinkRecord))]
internal sealed partial class LinkRecordContext : JsonSerializerContext;
