using System.Text.Json;
using System.Text.Json.Serialization;
using GoToolchain.Inspection;

namespace GoToolchain.Store;

/// <summary>
/// The layout of a store, written down in it, so that an older program does not change what it does not understand. What lies under
/// <c>toolchains/</c> is a GOROOT in any layout, and may be read.
/// </summary>
internal static class StoreVersion
{
    /// <summary>The layout of this version. 0 is what had no version file yet: the same, without links.</summary>
    public const int Current = 1;

    private const int LargestFile = 4096;

    /// <summary>Refuses to change a store that this version does not understand.</summary>
    /// <param name="layout">The store.</param>
    /// <exception cref="GoToolchainException"><see cref="GoErrorCodes.NewerStore"/>.</exception>
    public static void RequireWritable(StoreLayout layout)
    {
        if (Read(layout) is not { } version)
        {
            throw new GoToolchainException(
                GoErrorCodes.NewerStore,
                "The file that says how the store is arranged cannot be understood.",
                layout.VersionFile,
                "Remove the file when no newer GoToolchain.Net has written it, or choose another store with --store or GOTC_STORE."
            );
        }

        if (version > Current)
        {
            throw new GoToolchainException(
                GoErrorCodes.NewerStore,
                $"The store has layout {version}, and this version of GoToolchain.Net writes layout {Current}: its toolchains can be used, but not changed.",
                layout.VersionFile,
                "Use a newer GoToolchain.Net, or another store with --store or GOTC_STORE."
            );
        }
    }

    /// <summary>Brings an older store up to date. Two may do it at once, for they write the same.</summary>
    /// <param name="layout">The store.</param>
    /// <param name="name">The toolchain whose lock the caller holds.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Upgrade(StoreLayout layout, string name)
    {
        if (Read(layout) is null or >= Current)
        {
            return;
        }

        // From 0 to 1 nothing moves. A later step belongs here, before the number is written.
        var content = JsonSerializer.SerializeToUtf8Bytes(
            new StoreVersionJson { Layout = Current },
            StoreVersionContext.Default.StoreVersionJson
        );
        StoreFile.Write(layout, name, layout.VersionFile, content);
    }

    // Null: there is something, but it says nothing.
    private static int? Read(StoreLayout layout)
    {
        try
        {
            var facts = FileFacts.Of(layout.VersionFile);
            return facts.Kind == FileKind.Missing ? 0
                : facts is not { Kind: FileKind.File, Length: > 0 and <= LargestFile } ? null
                : JsonSerializer.Deserialize(File.ReadAllBytes(layout.VersionFile), StoreVersionContext.Default.StoreVersionJson)?.Layout;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreFailure.Of(e, layout.VersionFile);
        }
    }
}

/// <summary>The content of <c>store.json</c>.</summary>
internal sealed record StoreVersionJson
{
    /// <summary>The number of the layout.</summary>
    public required int Layout { get; init; }
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoreVersionJson))]
internal sealed partial class StoreVersionContext : JsonSerializerContext;
