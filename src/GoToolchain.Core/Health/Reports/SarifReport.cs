using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GoToolchain.Health.Reports;

/// <summary>SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/: a rule for each code, a result for each finding.</summary>
internal static class SarifReport
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream stream, HealthReport report)
    {
        var rules = Rules(report);
        using var json = new Utf8JsonWriter(stream, s_options);
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, report.Machine, rules);
        WriteInvocation(json, report);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var check in report.Checks)
        {
            foreach (var finding in check.Findings)
            {
                WriteResult(json, check, finding, rules.IndexOf(finding.Code));
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // All that a check can find, so that a reader can say what was looked for; and what was found beyond them.
    private static List<GoErrorCode> Rules(HealthReport report) =>
        [
            .. GoErrorCodes
                .All.Where(code => code.Id.StartsWith("GOTC6", StringComparison.Ordinal))
                .Union(report.Findings.Select(f => f.Code))
                .OrderBy(code => code.Id, StringComparer.Ordinal),
        ];

    private static void WriteTool(Utf8JsonWriter json, HealthMachine machine, IEnumerable<GoErrorCode> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", ReportWords.Tool);
        json.WriteString("semanticVersion", machine.LibraryVersion);
        json.WriteString("informationUri", "https://github.com/gotoolchain/GoToolchain.Net");
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteMessage(json, "shortDescription", rule.Title);
            json.WriteString("helpUri", rule.HelpLink.AbsoluteUri);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, HealthReport report)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.ExitCode != GoErrorCodes.Internal.ExitCode);
        json.WriteNumber("exitCode", report.ExitCode);
        json.WriteString("startTimeUtc", Time(report.Started));
        json.WriteString("endTimeUtc", Time(report.Started + report.Duration));
        json.WriteStartObject("properties");
        json.WriteString("summary", report.Summary);
        json.WriteString("level", ReportWords.Word(report.Level));
        json.WriteString("root", report.Subject?.Root);
        json.WriteString("version", report.Subject?.Version?.ToString());
        json.WriteString("system", report.Machine.System);
        json.WriteString("platform", report.Machine.Platform.ToString());
        json.WriteString("runtime", report.Machine.Runtime);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, HealthCheckResult check, HealthFinding finding, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", ReportWords.Word(finding.Severity));
        WriteMessage(json, "message", $"{finding.Cause} Cure: {finding.Cure}");
        WriteLocation(json, finding.Place);
        // A `fix` of SARIF is a list of text edits, which these are not.
        json.WriteStartObject("properties");
        json.WriteString("check", check.Id);
        json.WriteString("cause", finding.Cause);
        json.WriteString("cure", finding.Cure);
        json.WriteString("fix", finding.Fix?.Description);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, string? place)
    {
        if (place is null)
        {
            return;
        }

        json.WriteStartArray("locations");
        json.WriteStartObject();
        if (FindingPlace.Of(place) is { } file)
        {
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", file.Uri);
            json.WriteEndObject();
            if (file.Line is { } line)
            {
                json.WriteStartObject("region");
                json.WriteNumber("startLine", line);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }
        else
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName", place);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
