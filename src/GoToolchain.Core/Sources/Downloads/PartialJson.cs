using System.Text.Json.Serialization;

namespace GoToolchain.Sources.Downloads;

/// <summary>What is known about a partial download: it lies beside it as <c>.partial.json</c>.</summary>
internal sealed record PartialJson
{
    /// <summary>The address that it came from; a validator counts there only.</summary>
    public required string Url { get; init; }

    /// <summary>SHA-256 of the whole file; null when it is not known beforehand.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The strong validator of the server; null when it sent none.</summary>
    public string? ETag { get; init; }

    /// <summary>When the file was last changed; null when the server does not say.</summary>
    public DateTimeOffset? LastModified { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(PartialJson))]
internal sealed partial class PartialJsonContext : JsonSerializerContext;
