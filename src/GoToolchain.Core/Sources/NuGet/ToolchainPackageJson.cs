using System.Text.Json.Serialization;

namespace GoToolchain.Sources.NuGet;

/// <summary>What a toolchain package says about itself, in <c>toolchain/toolchain.json</c>.</summary>
internal sealed record ToolchainPackageJson
{
    /// <summary>The directory in the package that holds it and the archive.</summary>
    public const string Directory = "toolchain";

    /// <summary>The name of the file.</summary>
    public const string FileName = "toolchain.json";

    /// <summary>The manifest of the tree, with the modes of its files, beside it.</summary>
    public const string ManifestName = "manifest.bin";

    /// <summary>The shape of this file. Now 1.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>For example <c>go1.24.4.linux-amd64</c>.</summary>
    public required string Toolchain { get; init; }

    /// <summary>The archive beside it.</summary>
    public required string Archive { get; init; }

    /// <summary>Its bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Its SHA-256.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The archive is the one that Go released, byte by byte; false: it was made from an installed tree.</summary>
    public required bool IsReleased { get; init; }

    /// <summary>How far it was trusted where it was packed.</summary>
    public required GoTrust PackedWithTrust { get; init; }
}

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(Store.TrustWords)]
)]
[JsonSerializable(typeof(ToolchainPackageJson))]
internal sealed partial class ToolchainPackageContext : JsonSerializerContext;
