using System.Text.Json.Serialization;
using GoToolchain.Recovery.Content;

namespace GoToolchain.Recovery.Journal;

/// <summary>
/// A repair that has begun. Whoever finds it finishes it: its steps can be taken again, and the manifest beside it says what the tree is to hold, even
/// when what it was taken from is gone.
/// </summary>
internal sealed record RepairJournal
{
    /// <summary>The shape of this file. Now 1.</summary>
    public int SchemaVersion { get; init; } = 1;

    /// <summary>GOROOT: absolute, without links.</summary>
    public required string Root { get; init; }

    /// <summary>Its version; null when nothing told it.</summary>
    public string? Version { get; init; }

    /// <summary>Its platform.</summary>
    public required string Platform { get; init; }

    /// <summary>The whole tree is made beside and exchanged; else file by file.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>Where the repair works.</summary>
    public required string Staging { get; init; }

    /// <summary>Where it moves what does not belong into the tree.</summary>
    public required string Quarantine { get; init; }

    /// <summary>What of a tree that is exchanged is to be kept there: relative, with <c>/</c>.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>What the tree was compared with.</summary>
    public required ContentBasis Basis { get; init; }

    /// <summary>The same, for people.</summary>
    public required string ComparedWith { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(RepairJournal))]
internal sealed partial class RepairJournalContext : JsonSerializerContext;
