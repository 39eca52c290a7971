using System.Text.Encodings.Web;
using System.Text.Json;
using GoToolchain.Sources;

namespace GoToolchain.MSBuild.Building;

/// <summary>
/// What somebody who reads a binary log on another machine asks first: is this Go healthy, and what was its environment. Written beside the output
/// whenever it is built, without starting a process.
/// </summary>
internal static class BuildEvidence
{
    private static readonly JsonWriterOptions s_readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the two files.</summary>
    /// <param name="definition">What is built.</param>
    /// <param name="variables">The variables with which it is built, on top of the user's.</param>
    /// <param name="go">With which Go.</param>
    /// <param name="host">The machine.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task WriteAsync(
        GoBuildDefinition definition,
        IReadOnlyDictionary<string, string> variables,
        GoInstallation go,
        HostMachine host,
        CancellationToken cancel
    )
    {
        var manager = new GoToolchainManager(new GoToolchainOptions { Host = host, Root = go.Root });
        var health = await manager.CheckAsync(go, HealthLevel.Quick, cancel).ConfigureAwait(false);
        var report = File.Create(definition.HealthReport);
        await using (report.ConfigureAwait(false))
        {
            await health.WriteAsync(report, HealthReportFormat.Json, cancel).ConfigureAwait(false);
        }

        var values = manager.ExplainEnvironment().Variables.ToDictionary(v => v.Name, v => v.Value);
        foreach (var (name, value) in variables)
        {
            values[name] = value;
        }

        var file = File.Create(definition.EnvironmentReport);
        await using (file.ConfigureAwait(false))
        {
            var json = new Utf8JsonWriter(file, s_readable);
            await using (json.ConfigureAwait(false))
            {
                json.WriteStartObject();
                foreach (var (name, value) in values.OrderBy(v => v.Key, StringComparer.Ordinal))
                {
                    json.WriteString(name, Redaction.WithoutPasswords(value));
                }

                json.WriteEndObject();
            }
        }
    }
}
