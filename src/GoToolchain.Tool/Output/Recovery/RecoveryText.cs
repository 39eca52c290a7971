using GoToolchain.Recovery;

namespace GoToolchain.Tool.Output.Recovery;

/// <summary>How a machine got its Go back, for people.</summary>
internal static class RecoveryText
{
    /// <summary>The answer: its first line says it all.</summary>
    public static void Write(RecoveryReport report, TextWriter writer, int? width, Paint paint)
    {
        var nothing = report.Gone.Count == 0 && report.Actions.Count == 0;
        var title =
            report.GoVersionOutput is null ? $"Not recovered: {report.Go.Root} does not run"
            : nothing ? $"Nothing is gone: {report.Go.Root}"
            : $"Recovered in {Words.Duration(report.Duration)}: {report.Go.Root}";
        writer.WriteLine(report.IsRecovered ? paint.Green(title) : paint.Bold(title));
        var text = new LabelledText(writer, width);
        foreach (var gone in report.Gone)
        {
            var what = gone.Version is { } version ? $"Go {version} in {gone.Root}" : gone.Root;
            text.Write("  ", "gone", $"{what} ({gone.Witness} leads there)");
            var outcome =
                gone.IsRestored ? "restored"
                : gone.RedirectedTo is not null ? "redirected"
                : "not back";
            text.Write("    ", outcome, gone.Text);
        }

        foreach (var action in report.Actions)
        {
            text.Write("  ", action.Failure?.Id ?? "-", action.Text);
        }

        text.Write("  ", "proof", $"{report.GoVersionOutput ?? "`go version` fails"} ({Words.Duration(report.ProofDuration)})");
        text.Write("  ", "doctor", report.Health.Summary);
        foreach (var finding in report.Health.Findings.Where(f => f.Severity == HealthSeverity.Error))
        {
            text.Write("    ", finding.Code.Id, $"{finding.Cause} {finding.Cure}");
        }
    }
}
