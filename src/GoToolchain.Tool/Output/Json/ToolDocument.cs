using System.Text.Json.Serialization;

namespace GoToolchain.Tool.Output.Json;

/// <summary>A JSON document that the tool answers with.</summary>
internal abstract record ToolDocument
{
    /// <summary>The shape of the document. It changes when a member is removed or changes its meaning; members may be added without.</summary>
    [JsonPropertyOrder(-1)]
    public int SchemaVersion { get; } = 1;
}
