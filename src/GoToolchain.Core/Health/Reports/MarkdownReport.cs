using System.Globalization;
using System.Text;

namespace GoToolchain.Health.Reports;

/// <summary>A table and a list of findings, for people who read an issue or the summary of a CI run.</summary>
internal static class MarkdownReport
{
    public static void Write(Stream stream, HealthReport report)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true)
        {
            NewLine = "\n",
        };
        text.WriteLine($"## {MarkdownText.Escape(report.Summary)}");
        text.WriteLine();
        if (report.Subject is { } subject)
        {
            text.WriteLine($"{Facts(subject)}  ");
        }

        text.WriteLine(Facts(report));
        text.WriteLine();
        WriteTable(text, report);
        WriteList(text, "What is wrong", report.Findings, WriteFinding);
        WriteList(text, "What was put right before", report.Fixes, WriteFix);
    }

    private static string Facts(GoCandidate subject) =>
        string.Join(
            " · ",
            MarkdownText.Code(subject.Root),
            $"{subject.Platform?.ToString() ?? "unknown platform"}",
            $"found by {string.Join(", ", subject.Origins.Distinct().Select(o => ReportWords.Word(o)))}",
            $"trust: {ReportWords.Word(subject.Trust)}"
        );

    private static string Facts(HealthReport report) =>
        string.Join(
            " · ",
            $"level {ReportWords.Word(report.Level)}",
            string.Create(CultureInfo.InvariantCulture, $"{report.Started.UtcDateTime:yyyy-MM-dd HH:mm} UTC"),
            ReportWords.Duration(report.Duration),
            MarkdownText.Escape(report.Machine.System),
            report.Machine.Platform.ToString(),
            report.Machine.Runtime,
            $"gotoolchain {report.Machine.LibraryVersion}"
        );

    private static void WriteTable(StreamWriter text, HealthReport report)
    {
        text.WriteLine("| outcome | check | found | time |");
        text.WriteLine("| :-- | :-- | :-- | --: |");
        foreach (var check in report.Checks)
        {
            var word = ReportWords.Word(check.Outcome);
            var outcome = check.Outcome is HealthOutcome.Failed or HealthOutcome.Warning ? $"**{word}**" : word;
            var time = check.Outcome is HealthOutcome.Blocked or HealthOutcome.NotApplicable ? "" : ReportWords.Duration(check.Duration);
            text.WriteLine($"| {outcome} | {MarkdownText.Escape(check.Title)} | {MarkdownText.Escape(check.Found)} | {time} |");
        }
    }

    private static void WriteFinding(StreamWriter text, HealthFinding finding)
    {
        text.WriteLine(
            $"- **{ReportWords.Word(finding.Severity)}** [{finding.Code.Id}]({finding.Code.HelpLink}): {MarkdownText.Escape(finding.Cause)}"
        );
        if (finding.Place is { } place)
        {
            text.WriteLine($"  - place: {MarkdownText.Code(place)}");
        }

        text.WriteLine($"  - cure: {MarkdownText.Escape(finding.Cure)}");
        if (finding.Fix is { } fix)
        {
            text.WriteLine($"  - `gotoolchain doctor --fix`: {MarkdownText.Escape(fix.Description)}");
        }
    }

    private static void WriteFix(StreamWriter text, HealthFixResult fix) =>
        text.WriteLine($"- {(fix.IsDone ? "done" : "**not done**")}, {fix.Finding.Code.Id}: {MarkdownText.Escape(fix.Text)}");

    private static void WriteList<T>(StreamWriter text, string title, IEnumerable<T> items, Action<StreamWriter, T> write)
    {
        foreach (var (i, item) in items.Select((item, i) => (i, item)))
        {
            if (i == 0)
            {
                text.WriteLine();
                text.WriteLine($"### {title}");
                text.WriteLine();
            }

            write(text, item);
        }
    }
}
