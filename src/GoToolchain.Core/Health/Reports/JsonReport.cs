using System.Text.Encodings.Web;
using System.Text.Json;

namespace GoToolchain.Health.Reports;

/// <summary>Everything that a report holds, as one JSON document.</summary>
internal static class JsonReport
{
    /// <summary>It changes when a member is removed or changes its meaning; members may be added without.</summary>
    private const int SchemaVersion = 1;

    // The document goes to a file or a program, never into a web page: paths stay readable.
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Stream stream, HealthReport report)
    {
        using var json = new Utf8JsonWriter(stream, s_options);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteBoolean("healthy", report.IsHealthy);
        json.WriteString("summary", report.Summary);
        json.WriteNumber("exitCode", report.ExitCode);
        json.WriteNumber("errors", report.ErrorCount);
        json.WriteNumber("warnings", report.WarningCount);
        json.WriteString("level", ReportWords.Word(report.Level));
        json.WriteString("started", report.Started);
        WriteDuration(json, report.Duration);
        WriteMachine(json, report.Machine);
        WriteSubject(json, report.Subject);
        WriteAll(json, "checks", report.Checks, WriteCheck);
        WriteAll(json, "fixes", report.Fixes, WriteFix);
        json.WriteEndObject();
    }

    private static void WriteMachine(Utf8JsonWriter json, HealthMachine machine)
    {
        json.WriteStartObject("machine");
        json.WriteString("system", machine.System);
        json.WriteString("platform", machine.Platform.ToString());
        json.WriteString("runtime", machine.Runtime);
        json.WriteString("goToolchain", machine.LibraryVersion);
        json.WriteEndObject();
    }

    private static void WriteSubject(Utf8JsonWriter json, GoCandidate? subject)
    {
        if (subject is null)
        {
            json.WriteNull("subject");
            return;
        }

        json.WriteStartObject("subject");
        json.WriteString("root", subject.Root);
        json.WriteString("resolvedRoot", subject.ResolvedRoot);
        json.WriteString("version", subject.Version?.ToString());
        json.WriteString("platform", subject.Platform?.ToString());
        json.WriteString("verdict", ReportWords.Word(subject.Verdict));
        json.WriteString("reason", subject.Reason);
        json.WriteBoolean("managed", subject.IsManaged);
        json.WriteString("trust", ReportWords.Word(subject.Trust));
        WriteAll(json, "found", subject.Origins.Zip(subject.FoundAs), WriteOrigin);
        json.WriteEndObject();
    }

    private static void WriteOrigin(Utf8JsonWriter json, (GoOrigin Origin, string Path) found)
    {
        json.WriteString("origin", ReportWords.Word(found.Origin));
        json.WriteString("path", found.Path);
    }

    private static void WriteCheck(Utf8JsonWriter json, HealthCheckResult check)
    {
        json.WriteString("id", check.Id);
        json.WriteString("title", check.Title);
        json.WriteString("level", ReportWords.Word(check.Level));
        json.WriteString("outcome", ReportWords.Word(check.Outcome));
        json.WriteString("ran", check.Ran);
        json.WriteString("expected", check.Expected);
        json.WriteString("found", check.Found);
        WriteDuration(json, check.Duration);
        json.WriteStartArray("blockedBy");
        foreach (var id in check.BlockedBy)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
        WriteAll(json, "findings", check.Findings, WriteFinding);
    }

    private static void WriteFinding(Utf8JsonWriter json, HealthFinding finding)
    {
        json.WriteString("code", finding.Code.Id);
        json.WriteString("title", finding.Code.Title);
        json.WriteString("severity", ReportWords.Word(finding.Severity));
        json.WriteString("cause", finding.Cause);
        json.WriteString("place", finding.Place);
        json.WriteString("cure", finding.Cure);
        json.WriteString("fix", finding.Fix?.Description);
        json.WriteString("helpLink", finding.Code.HelpLink.AbsoluteUri);
    }

    private static void WriteFix(Utf8JsonWriter json, HealthFixResult fix)
    {
        json.WriteString("code", fix.Finding.Code.Id);
        json.WriteString("cause", fix.Finding.Cause);
        json.WriteBoolean("done", fix.IsDone);
        json.WriteString("text", fix.Text);
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDuration(Utf8JsonWriter json, TimeSpan duration) =>
        json.WriteNumber("durationMs", Math.Round(duration.TotalMilliseconds, 3));
}
