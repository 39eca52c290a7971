using System.Text.Json;
using System.Text.Json.Serialization;

namespace GoToolchain.Store;

/// <summary>What was installed, from where, and how far it is trusted: a small JSON file beside the toolchain.</summary>
public sealed record Receipt
{
    /// <summary>The shape of this file. Now 1.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>For example <c>go1.24.4.linux-amd64</c>.</summary>
    public required string Toolchain { get; init; }

    /// <summary>For example <c>1.24.4</c>.</summary>
    public required string Version { get; init; }

    /// <summary>For example <c>linux/amd64</c>.</summary>
    public required string Platform { get; init; }

    /// <summary>The name of the source that served it.</summary>
    public required string Source { get; init; }

    /// <summary>The URL, file or packages that it came from.</summary>
    public required string From { get; init; }

    /// <summary>Who vouches for the bytes.</summary>
    public required string VouchedBy { get; init; }

    /// <summary>How far the bytes have been proved.</summary>
    public required GoTrust Trust { get; init; }

    /// <summary>SHA-256 of the archive, or null when there was no single one.</summary>
    public string? ArchiveSha256 { get; init; }

    /// <summary>When it was installed.</summary>
    public required DateTimeOffset InstalledAt { get; init; }

    /// <summary>Installed without <c>api/</c>, <c>doc/</c> and <c>test/</c>, which no build needs.</summary>
    public bool IsLean { get; init; }

    /// <summary>How many files it has.</summary>
    public required int Files { get; init; }

    /// <summary>The sum of their sizes in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Reads a receipt.</summary>
    /// <param name="file">The file.</param>
    /// <returns>Null when there is none, or it is not a receipt that this version understands.</returns>
    public static Receipt? Read(string file)
    {
        // Asked first, for an exception for each tree without one would cost more than the whole look at it.
        if (!File.Exists(file))
        {
            return null;
        }

        try
        {
            using var stream = File.OpenRead(file);
            var receipt = ReceiptReader.Read(stream);
            return receipt is { SchemaVersion: 1 } ? receipt : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            // A receipt adds trust to a tree; without a readable one the tree is simply not vouched for.
            return null;
        }
    }

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ReceiptJson.Default.Receipt);
}

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(TrustWords)]
)]
[JsonSerializable(typeof(Receipt))]
internal sealed partial class ReceiptJson : JsonSerializerContext;

/// <summary>Trust levels by their words, <c>log-proved</c> and so on: a number would change its meaning with the next level.</summary>
internal sealed class TrustWords() : JsonStringEnumConverter<GoTrust>(JsonNamingPolicy.KebabCaseLower);
