using System.Text.Json;

namespace GoToolchain.Store;

/// <summary>
/// Reads a receipt by hand: <see cref="JsonSerializer"/> has to be compiled for each type in each process, and took a third of the time
/// in which the first Go of a process is found.
/// </summary>
internal static class ReceiptReader
{
    /// <exception cref="JsonException">It is not JSON, or not a receipt.</exception>
    public static Receipt Read(Stream stream)
    {
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A receipt is an object.");
        }

        return new Receipt
        {
            SchemaVersion = root.TryGetProperty("schemaVersion", out var schema) ? (int)Number(schema, int.MaxValue) : 1,
            Toolchain = Text(root, "toolchain"),
            Version = Text(root, "version"),
            Platform = Text(root, "platform"),
            Source = Text(root, "source"),
            From = Text(root, "from"),
            VouchedBy = Text(root, "vouchedBy"),
            Trust = Trust(Text(root, "trust")),
            ArchiveSha256 = Optional(root, "archiveSha256"),
            InstalledAt = Member(root, "installedAt").TryGetTime(out var time) ? time : throw NotOne("installedAt"),
            IsLean = root.TryGetProperty("isLean", out var lean) && Flag(lean),
            Files = (int)Number(Member(root, "files"), int.MaxValue),
            Bytes = Number(Member(root, "bytes"), long.MaxValue),
        };
    }

    private static JsonElement Member(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? value : throw NotOne(name);

    private static string Text(JsonElement root, string name) =>
        Member(root, name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : throw NotOne(name);

    private static string? Optional(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Text(root, name) : null;

    private static long Number(JsonElement value, long most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number <= most && number >= -most - 1
            ? number
            : throw NotOne("number");

    private static bool Flag(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw NotOne("isLean"),
        };

    private static bool TryGetTime(this JsonElement value, out DateTimeOffset time)
    {
        time = default;
        return value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out time);
    }

    // As TrustWords writes them.
    private static GoTrust Trust(string word)
    {
        foreach (var trust in Enum.GetValues<GoTrust>())
        {
            if (SettingText.Of(trust) == word)
            {
                return trust;
            }
        }

        throw NotOne("trust");
    }

    private static JsonException NotOne(string name) => new($"`{name}` of a receipt is missing or not understood.");
}
