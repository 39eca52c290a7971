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

    private static readonly ToolJson s_line = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    public static void Write(ToolDocument document)
    {
        using var stdout = StandardStream.Out;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(document, document.GetType(), s_json);
        stdout.Write([.. bytes, (byte)'\n']);
    }

    /// <summary>Writes one of many documents: on a line of its own.</summary>
    public static void WriteLine(ToolDocument document)
    {
        using var stdout = StandardStream.Out;
        stdout.Write([.. Line(document), (byte)'\n']);
    }

    /// <summary>A document on one line, without its end.</summary>
    public static byte[] Line(ToolDocument document) => JsonSerializer.SerializeToUtf8Bytes(document, document.GetType(), s_line);

    /// <summary>The same document as a JSON report of the library.</summary>
    public static async Task WriteAsync(HealthReport report, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        await report.WriteAsync(buffer, HealthReportFormat.Json, cancel).ConfigureAwait(false);
        buffer.WriteByte((byte)'\n');
        var stdout = StandardStream.Out;
        await using (stdout.ConfigureAwait(false))
        {
            stdout.Write(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        }
    }
}
