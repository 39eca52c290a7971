using System.Collections;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace GoToolchain.Sidecar.Logging;

/// <summary>A line of Go's <c>slog.JSONHandler</c> as the state of a log entry: attributes are properties, those of groups with the group before a dot.</summary>
internal sealed class SlogRecord : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> _properties = [];
    private readonly string _message;

    private SlogRecord(LogLevel level, string message) => (Level, _message) = (level, message);

    public LogLevel Level { get; }

    public int Count => _properties.Count;

    public KeyValuePair<string, object?> this[int index] => _properties[index];

    /// <summary>The record; null when the line is none.</summary>
    public static SlogRecord? Parse(string line)
    {
        if (!line.StartsWith('{'))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(line);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The message with its attributes, as people read it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(_message);
        foreach (var (key, value) in _properties.SkipLast(1))
        {
            text.Append(' ').Append(key).Append('=').Append(value ?? "null");
        }

        return text.ToString();
    }

    private static SlogRecord? Read(JsonElement root)
    {
        if (
            root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("msg", out var message)
            || message.ValueKind != JsonValueKind.String
            || !root.TryGetProperty("level", out var level)
            || level.ValueKind != JsonValueKind.String
            || SlogLevel.Parse(level.GetString()!) is not { } parsed
        )
        {
            return null;
        }

        var record = new SlogRecord(parsed, message.GetString()!);
        foreach (var property in root.EnumerateObject())
        {
            // The time is that of the log entry.
            if (property.Name is not ("time" or "level" or "msg"))
            {
                record.Add(property.Name, property.Value);
            }
        }

        // What providers take for the template of the message: in it, braces would be holes.
        var template = record._message.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        record._properties.Add(new KeyValuePair<string, object?>("{OriginalFormat}", template));
        return record;
    }

    private void Add(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                Add($"{name}.{member.Name}", member.Value);
            }

            return;
        }

        _properties.Add(new KeyValuePair<string, object?>(name, Value(value)));
    }

    private static object? Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.TryGetInt64(out var whole) ? (object)whole : value.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Null => null,
            _ => value.GetRawText(),
        };
}
