using System.Text.Json;

namespace GoToolchain.Health.Checks.Running;

/// <summary>What <see cref="SmallProgram"/> writes.</summary>
/// <param name="Word">The word that was put into it.</param>
/// <param name="Version"><c>runtime.Version()</c>.</param>
internal sealed record ProgramAnswer(string Word, string Version)
{
    /// <summary>Reads it.</summary>
    /// <param name="output">What the program wrote.</param>
    /// <returns>Null when it is something else.</returns>
    public static ProgramAnswer? TryParse(string output)
    {
        try
        {
            using var document = JsonDocument.Parse(output);
            return
                document.RootElement is { ValueKind: JsonValueKind.Object } all
                && all.TryGetProperty("word", out var word)
                && all.TryGetProperty("version", out var version)
                ? new ProgramAnswer(word.ToString(), version.ToString())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
