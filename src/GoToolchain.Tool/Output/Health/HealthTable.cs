using System.Globalization;

namespace GoToolchain.Tool.Output.Health;

/// <summary>The answer of <c>doctor</c> for people: what was examined, a row for each check with its findings below it, and the outcome.</summary>
/// <param name="writer">Where to.</param>
/// <param name="width">Columns of the terminal; null: no limit.</param>
/// <param name="paint">Emphasis.</param>
internal sealed class HealthTable(TextWriter writer, int? width, Paint paint)
{
    private const int ResultWidth = 7;
    private const int TimeWidth = 7;
    private const int WidestTitle = 40;
    private const int NarrowestFound = 20;
    private const string Gap = "  ";
    private const string Indent = "    ";
    private readonly LabelledText _text = new(writer, width);

    /// <summary>Writes it all.</summary>
    public void Write(HealthReport report)
    {
        _text.Write(Subject(report));
        writer.WriteLine();
        var titleWidth = Math.Min(report.Checks.Max(check => check.Title.Length), width is null ? int.MaxValue : WidestTitle);
        WriteHeader(titleWidth);
        foreach (var check in report.Checks)
        {
            WriteRow(report, check, titleWidth);
            foreach (var finding in check.Findings)
            {
                WriteFinding(finding);
            }
        }

        writer.WriteLine();
        WriteOutcome(report);
    }

    private static string Subject(HealthReport report) =>
        report.Subject is not { } go
            ? $"There is no Go to examine on this {report.Machine.Platform} machine."
            : $"{(go.Version is { } version ? $"Go {version}" : "A Go of unknown version")} in {go.Root} ({string.Join("; ",
                go.Platform?.ToString() ?? "unknown platform",
                $"found as {Words.Origins(go)}",
                $"trust: {Words.Kebab(go.Trust)}")})";

    private void WriteHeader(int titleWidth) =>
        writer.WriteLine(
            paint.Bold($"{"RESULT".PadRight(ResultWidth)}{Gap}{"CHECK".PadRight(titleWidth)}{Gap}{"TIME".PadLeft(TimeWidth)}{Gap}FOUND")
        );

    private void WriteRow(HealthReport report, HealthCheckResult check, int titleWidth)
    {
        var left = ResultWidth + titleWidth + TimeWidth + (3 * Gap.Length);
        var room = width is { } columns ? Math.Max(columns - left, NarrowestFound) : (int?)null;
        var time = check.Outcome is HealthOutcome.Blocked or HealthOutcome.NotApplicable ? "" : Words.Duration(check.Duration);
        var found = Found(check, report);
        var fits = room is null || found.Length <= room;
        var (beside, below) =
            fits ? (found, "")
            : check.Outcome is HealthOutcome.Blocked or HealthOutcome.NotApplicable ? ("", found)
            // The findings below say it in full.
            : check.Findings.Count > 0 ? ("", "")
            : (Cut(found, room), "");

        var title = Cut(Visible.Text(check.Title), titleWidth);
        writer.WriteLine($"{Result(check.Outcome)}{Gap}{title.PadRight(titleWidth)}{Gap}{time.PadLeft(TimeWidth)}{Gap}{beside}".TrimEnd());
        if (below.Length > 0)
        {
            _text.Write(Indent, "", below);
        }
    }

    private static string Found(HealthCheckResult check, HealthReport report) =>
        check.BlockedBy.Count > 0 ? $"needs: {Visible.Text(string.Join(", ", Failed(check, report).Distinct()))}"
        // What a finding says below needs not be said beside it.
        : check.Findings.Any(finding => Repeats(finding.Cause, check.Found)) ? ""
        : Visible.Text(check.Found);

    private static bool Repeats(string cause, string found) =>
        cause.Contains(found, StringComparison.Ordinal) || found.Contains(cause, StringComparison.Ordinal);

    // The checks at whose failure it began, not those between.
    private static IEnumerable<string> Failed(HealthCheckResult check, HealthReport report) =>
        from id in check.BlockedBy
        let needed = report.Checks.FirstOrDefault(c => c.Id == id)
        from title in needed is null ? [id]
        : needed.BlockedBy.Count > 0 ? Failed(needed, report)
        : [needed.Title]
        select title;

    private string Result(HealthOutcome outcome) =>
        outcome switch
        {
            HealthOutcome.Passed => paint.Green("ok".PadRight(ResultWidth)),
            HealthOutcome.Warning => paint.Yellow("warning".PadRight(ResultWidth)),
            HealthOutcome.Failed => paint.Red("failed".PadRight(ResultWidth)),
            HealthOutcome.Blocked => paint.Dim("blocked".PadRight(ResultWidth)),
            _ => paint.Dim("-".PadRight(ResultWidth)),
        };

    private void WriteFinding(HealthFinding finding)
    {
        var label = $"{Words.Kebab(finding.Severity)} {finding.Code.Id}:";
        _text.Write(Indent, label, finding.Cause, finding.Severity == HealthSeverity.Error ? paint.Red(label) : paint.Yellow(label));
        if (finding.Place is { } place && !finding.Cause.Contains(place, StringComparison.Ordinal))
        {
            _text.Write(Indent + Gap, "at:", place);
        }

        _text.Write(Indent + Gap, "cure:", finding.Cure, paint.Bold("cure:"));
        if (finding.Fix is { } fix)
        {
            _text.Write(Indent + Gap, "--fix:", fix.Description, paint.Bold("--fix:"));
        }
    }

    private void WriteOutcome(HealthReport report)
    {
        var counts = string.Join(
            ", ",
            new[] { Count(report.ErrorCount, "error"), Count(report.WarningCount, "warning") }.Where(text => text.Length > 0)
        );
        var outcome = report.IsHealthy ? paint.Green("healthy") : paint.Red("not healthy");
        var fixable = report.Findings.Count(finding => finding.Fix is not null);
        writer.WriteLine(
            $"{outcome}{(counts.Length > 0 ? $": {counts}" : "")}; {Count(report.Checks.Count, "check")} in {Words.Duration(report.Duration)}."
        );
        if (fixable > 0 && report.Fixes.Count == 0)
        {
            writer.WriteLine($"`gotoolchain doctor --fix` puts {fixable} of the {report.Findings.Count()} right.");
        }
    }

    /// <summary>Writes what became of the repairs.</summary>
    public void WriteFixes(IReadOnlyList<HealthFixResult> fixes)
    {
        WriteFixes("Put right:", [.. fixes.Where(fix => fix.IsDone)]);
        WriteFixes("Could not be put right:", [.. fixes.Where(fix => !fix.IsDone)]);
    }

    private void WriteFixes(string title, IReadOnlyList<HealthFixResult> fixes)
    {
        if (fixes.Count == 0)
        {
            return;
        }

        writer.WriteLine(paint.Bold(title));
        foreach (var fix in fixes)
        {
            _text.Write(Gap, $"{fix.Finding.Code.Id}:", fix.Text);
            if (fix.Failure?.NextStep is { } next)
            {
                _text.Write(Gap + Gap, "next:", next);
            }
        }

        writer.WriteLine();
    }

    private static string Cut(string text, int? room) => room is { } limit && text.Length > limit ? text[..(limit - 1)] + "…" : text;

    private static string Count(int count, string noun) =>
        count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
