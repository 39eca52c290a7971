using System.Text.Json.Serialization;

namespace GoToolchain.Sources.Feeds;

/// <summary>A release as the JSON index of go.dev has it (golang.org/x/website/internal/dl).</summary>
internal sealed record FeedRelease
{
    /// <summary>For example <c>go1.24.4</c>.</summary>
    public string? Version { get; init; }

    /// <summary>Its files for all platforms.</summary>
    public IReadOnlyList<FeedFile?>? Files { get; init; }
}

/// <summary>A file of a release.</summary>
internal sealed record FeedFile
{
    /// <summary>For example <c>go1.24.4.linux-amd64.tar.gz</c>.</summary>
    public string? Filename { get; init; }

    /// <summary>The release that it belongs to.</summary>
    public string? Version { get; init; }

    /// <summary><c>archive</c>, <c>installer</c> or <c>source</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>64 hexadecimal digits, or empty for the oldest releases.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Bytes; 0 for the oldest releases.</summary>
    public long Size { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 8)]
[JsonSerializable(typeof(IReadOnlyList<FeedRelease?>))]
internal sealed partial class FeedJson : JsonSerializerContext;
