using System.Text.Json.Serialization;

namespace GoToolchain.Versions.ProjectFiles;

/// <summary>The shape of <c>gotoolchain.lock.json</c>.</summary>
internal sealed record LockFileJson
{
    public required int SchemaVersion { get; init; }

    public required IReadOnlyList<LockedToolchainJson?> Toolchains { get; init; }
}

/// <summary>One archive in it.</summary>
internal sealed record LockedToolchainJson
{
    public required string Version { get; init; }

    public required string Platform { get; init; }

    public required string File { get; init; }

    public required long Size { get; init; }

    public required string Sha256 { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true,
    MaxDepth = 8
)]
[JsonSerializable(typeof(LockFileJson))]
internal sealed partial class LockFileJsonContext : JsonSerializerContext;
