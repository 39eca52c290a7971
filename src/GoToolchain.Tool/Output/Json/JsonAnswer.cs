using System.Text.Encodings.Web;
using System.Text.Json;

namespace GoToolchain.Tool.Output.Json;

/// <summary>Writes the one document of a run to stdout.</summary>
internal static class JsonAnswer
{
    private static readonly ToolJson s_json = new(
        new JsonSerializerOptions
        {
            WriteIndented = true,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            // The document goes to a file or a program, never into a web page: paths stay readable.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    public static void Write(ToolDocument document)
    {
        using var stdout = StandardStream.Out;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(document, document.GetType(), s_json);
        stdout.Write([.. bytes, (byte)'\n']);
    }
}
