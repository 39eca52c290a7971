using System.Text;
using System.Text.Json;

namespace GoToolchain.Versions.ProjectFiles;

/// <summary>
/// <c>gotoolchain.json</c>: <c>version</c>, and the settings that have a member there (<see cref="GoSettings"/>). Comments and trailing commas
/// are allowed, <c>$schema</c> is ignored, and any other member is a mistake.
/// </summary>
internal sealed class GoToolchainJsonFile
{
    public const string Name = "gotoolchain.json";
    private const string VersionMember = "version";

    private static readonly JsonReaderOptions s_options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 4,
    };

    private static readonly string[] s_lists =
    [
        .. GoSettings.All.Where(s => s is { Member: not null, IsList: true }).Select(s => s.Member!),
    ];
    private static readonly string[] s_members = [VersionMember, .. GoSettings.All.Select(s => s.Member).OfType<string>()];

    private readonly Dictionary<string, IReadOnlyList<string>> _settings = new(StringComparer.Ordinal);

    private GoToolchainJsonFile(string file) => File = file;

    public string File { get; }

    public VersionStatement? Version { get; private set; }

    /// <summary>The other members.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Settings => _settings;

    public static GoToolchainJsonFile? Find(string directory)
    {
        var file = Path.Combine(directory, Name);
        return ProjectText.Read(file) is { } text ? Parse(text, file) : null;
    }

    /// <exception cref="GoToolchainException"><c>GOTC1002</c>, with the line.</exception>
    public static GoToolchainJsonFile Parse(string text, string file)
    {
        var result = new GoToolchainJsonFile(file);
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            result.Read(bytes);
        }
        catch (JsonException e)
        {
            throw VersionStatement.Refuse($"{file}:{(e.LineNumber ?? 0) + 1}", $"Not JSON: {e.Message}", inner: e);
        }

        return result;
    }

    private void Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, s_options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw Refuse(bytes, reader, "The file has to hold one object in braces.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.GetString()!;
            if (member == "$schema")
            {
                reader.Skip();
                continue;
            }

            if (!s_members.Contains(member))
            {
                throw Refuse(bytes, reader, $"There is no member `{GoVersion.Shorten(member)}`.", $"Allowed are {Quoted(s_members)}.");
            }

            if (!seen.Add(member))
            {
                throw Refuse(bytes, reader, $"The member `{member}` is there twice.");
            }

            var line = LineOf(bytes, reader);
            var value = ReadValue(bytes, ref reader, member);
            if (member == VersionMember)
            {
                Version = VersionStatement.Parse(value[0], File, line);
            }
            else
            {
                _settings[member] = value;
            }
        }

        // Whatever follows the object is an error that the reader finds.
        while (reader.Read()) { }
    }

    private List<string> ReadValue(ReadOnlySpan<byte> bytes, ref Utf8JsonReader reader, string member)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return [NotEmpty(bytes, reader, member)];
        }

        if (reader.TokenType != JsonTokenType.StartArray || !s_lists.Contains(member))
        {
            throw Refuse(bytes, reader, $"`{member}` has to be a string{(s_lists.Contains(member) ? " or a list of strings" : "")}.");
        }

        var items = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(
                reader.TokenType == JsonTokenType.String
                    ? NotEmpty(bytes, reader, member)
                    : throw Refuse(bytes, reader, $"`{member}` has to be a list of strings.")
            );
        }

        return items.Count > 0 ? items : throw Refuse(bytes, reader, $"`{member}` is an empty list.", "Leave it out instead.");
    }

    private string NotEmpty(ReadOnlySpan<byte> bytes, Utf8JsonReader reader, string member)
    {
        string text;
        try
        {
            text = reader.GetString()!.Trim();
        }
        catch (InvalidOperationException e)
        {
            // Half of a surrogate pair, written as an escape.
            throw VersionStatement.Refuse($"{File}:{LineOf(bytes, reader)}", $"`{member}` is not valid text.", inner: e);
        }

        return text.Length > 0 ? text : throw Refuse(bytes, reader, $"`{member}` is empty.", "Leave it out instead.");
    }

    private GoToolchainException Refuse(ReadOnlySpan<byte> bytes, Utf8JsonReader reader, string problem, string? nextStep = null) =>
        VersionStatement.Refuse($"{File}:{LineOf(bytes, reader)}", problem, nextStep);

    private static int LineOf(ReadOnlySpan<byte> bytes, Utf8JsonReader reader) =>
        1 + bytes[..(int)Math.Min(reader.TokenStartIndex, bytes.Length)].Count((byte)'\n');

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"`{n}`"));
}
