using System.Text.Json;

namespace GoToolchain.Tool.Tests.Running;

/// <summary>The members of a JSON document, without its values.</summary>
internal static class JsonShape
{
    /// <summary>The shape; that of an array is that of its first element.</summary>
    public static string Of(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => $"{{{string.Join(", ", value.EnumerateObject().Select(p => $"{p.Name}: {Of(p.Value)}"))}}}",
            JsonValueKind.Array => $"[{(value.GetArrayLength() > 0 ? Of(value[0]) : "")}]",
            _ => "…",
        };
}
