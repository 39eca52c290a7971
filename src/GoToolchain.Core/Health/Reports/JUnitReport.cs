using System.Globalization;
using System.Text;
using System.Xml;

namespace GoToolchain.Health.Reports;

/// <summary>
/// JUnit XML in the dialect that the CI systems have in common (https://github.com/testmoapp/junitxml): a suite for each area, a case for each
/// check, at most one <c>failure</c> or <c>skipped</c> in each.
/// </summary>
internal static class JUnitReport
{
    private static readonly XmlWriterSettings s_settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        // A line break inside an attribute would become a space for every reader.
        NewLineHandling = NewLineHandling.Entitize,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    public static void Write(Stream stream, HealthReport report)
    {
        using var xml = XmlWriter.Create(stream, s_settings);
        xml.WriteStartElement("testsuites");
        WriteAttribute(xml, "name", ReportWords.Tool);
        WriteTotals(xml, report.Checks, report.Duration);
        foreach (var area in report.Checks.GroupBy(check => check.Area))
        {
            WriteSuite(xml, report, area.Key, [.. area]);
        }

        xml.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter xml, HealthReport report, string area, IReadOnlyList<HealthCheckResult> checks)
    {
        xml.WriteStartElement("testsuite");
        WriteAttribute(xml, "name", area);
        WriteTotals(xml, checks, TimeSpan.FromTicks(checks.Sum(check => check.Duration.Ticks)));
        WriteAttribute(xml, "timestamp", report.Started.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        xml.WriteStartElement("properties");
        foreach (var (name, value) in Properties(report))
        {
            xml.WriteStartElement("property");
            WriteAttribute(xml, "name", name);
            WriteAttribute(xml, "value", value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        foreach (var check in checks)
        {
            WriteCase(xml, area, check);
        }

        xml.WriteEndElement();
    }

    private static IEnumerable<(string Name, string Value)> Properties(HealthReport report) =>
        [
            ("root", report.Subject?.Root ?? ""),
            ("version", report.Subject?.Version?.ToString() ?? ""),
            ("level", ReportWords.Word(report.Level)),
            ("system", report.Machine.System),
            ("platform", report.Machine.Platform.ToString()),
            ("runtime", report.Machine.Runtime),
            ("goToolchain", report.Machine.LibraryVersion),
        ];

    private static void WriteCase(XmlWriter xml, string area, HealthCheckResult check)
    {
        xml.WriteStartElement("testcase");
        WriteAttribute(xml, "classname", $"{ReportWords.Tool}.{area}");
        WriteAttribute(xml, "name", check.Title);
        WriteAttribute(xml, "time", Seconds(check.Duration));
        switch (check.Outcome)
        {
            case HealthOutcome.Blocked or HealthOutcome.NotApplicable:
                xml.WriteStartElement("skipped");
                WriteAttribute(xml, "message", check.Found);
                xml.WriteEndElement();
                break;
            case HealthOutcome.Failed:
                var errors = check.Findings.Where(f => f.Severity == HealthSeverity.Error).ToArray();
                xml.WriteStartElement("failure");
                WriteAttribute(xml, "message", string.Join(" ", errors.Select(f => f.Cause)));
                WriteAttribute(xml, "type", errors.Length > 0 ? errors[0].Code.Id : "");
                xml.WriteString(Text(check, errors));
                xml.WriteEndElement();
                break;
            default:
                break;
        }

        if (check.Findings.Where(f => f.Severity == HealthSeverity.Warning).ToArray() is { Length: > 0 } warnings)
        {
            xml.WriteElementString("system-out", Text(check, warnings));
        }

        xml.WriteEndElement();
    }

    private static string Text(HealthCheckResult check, IEnumerable<HealthFinding> findings)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in new[] { ("ran", check.Ran), ("expected", check.Expected), ("found", check.Found) })
        {
            if (value.Length > 0)
            {
                text.Append(name).Append(": ").Append(value).Append('\n');
            }
        }

        foreach (var finding in findings)
        {
            text.Append('\n')
                .Append(ReportWords.Word(finding.Severity))
                .Append(' ')
                .Append(finding.Code.Id)
                .Append(": ")
                .Append(finding.Cause);
            text.Append(finding.Place is { } place ? $"\nplace: {place}" : "").Append("\ncure: ").Append(finding.Cure);
            text.Append("\nsee: ").Append(finding.Code.HelpLink).Append('\n');
        }

        return ReportText.Lines(text.ToString());
    }

    private static void WriteTotals(XmlWriter xml, IReadOnlyCollection<HealthCheckResult> checks, TimeSpan duration)
    {
        WriteAttribute(xml, "tests", Number(checks.Count));
        WriteAttribute(xml, "failures", Number(checks.Count(c => c.Outcome == HealthOutcome.Failed)));
        WriteAttribute(xml, "errors", "0");
        WriteAttribute(xml, "skipped", Number(checks.Count(c => c.Outcome is HealthOutcome.Blocked or HealthOutcome.NotApplicable)));
        WriteAttribute(xml, "time", Seconds(duration));
    }

    private static void WriteAttribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, ReportText.Lines(value));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.000###", CultureInfo.InvariantCulture);
}
