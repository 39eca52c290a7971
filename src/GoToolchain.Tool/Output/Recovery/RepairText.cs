using GoToolchain.Recovery.Repair;

namespace GoToolchain.Tool.Output.Recovery;

/// <summary>What a repair would do or has done, for people.</summary>
/// <param name="writer">Where to.</param>
/// <param name="width">Columns of the terminal; null: no limit.</param>
/// <param name="paint">Emphasis.</param>
internal sealed class RepairText(TextWriter writer, int? width, Paint paint)
{
    private const int MostActions = 30;

    private readonly LabelledText _text = new(writer, width);

    /// <summary>Writes a plan.</summary>
    public void Write(RepairPlan plan)
    {
        if (plan.Actions.Count == 0)
        {
            writer.WriteLine(paint.Green($"Nothing to repair: {plan.Root}"));
            WriteCompared(plan.ComparedWith);
            return;
        }

        var time = plan.ExpectedTime is { } expected ? $"some {Words.Duration(expected)}" : "as long as the download";
        writer.WriteLine(paint.Bold($"Would repair {plan.Root}: {Steps(plan.Actions.Count)}, {Words.Size(plan.Bytes)}, {time}"));
        WriteCompared(plan.ComparedWith);
        if (plan.Resumes)
        {
            _text.Write("  A repair of it was interrupted, and would be finished.");
        }

        WriteActions(plan.Actions);
        WriteUnavailable(plan.Unavailable);
    }

    /// <summary>Writes a report.</summary>
    public void Write(RepairReport report)
    {
        var title =
            report.IsNothingToDo ? $"Nothing to repair: {report.Root}"
            : report.Unavailable.Count == 0 && report.After is null or { IsSame: true }
                ? $"Repaired {report.Root} in {Words.Duration(report.Duration)}"
            : $"Not repaired: {report.Root}";
        writer.WriteLine(report.IsRepaired ? paint.Green(title) : paint.Bold(title));
        WriteCompared(report.ComparedWith);
        if (report.Resumed)
        {
            _text.Write("  An earlier repair of it had been interrupted, and was finished.");
        }

        WriteActions(report.Actions);
        WriteUnavailable(report.Unavailable);
        foreach (var source in report.Sources)
        {
            _text.Write("  ", "source", $"{source.Source}: {source.Reason}");
        }

        if (report.Quarantine is { } quarantine)
        {
            _text.Write("  ", "kept", $"what was replaced or moved out is in {quarantine}");
        }

        if (report.Health is { } health)
        {
            _text.Write("  ", "doctor", $"{health.Summary} ({Words.Duration(health.Duration)})");
            foreach (var finding in health.Findings.Where(f => f.Severity == HealthSeverity.Error))
            {
                _text.Write("    ", finding.Code.Id, $"{finding.Cause} {finding.Cure}");
            }
        }
    }

    private void WriteCompared(string? with)
    {
        if (with is not null)
        {
            _text.Write("  ", "compared", $"with {with}");
        }
    }

    private void WriteActions(IReadOnlyList<RepairAction> actions)
    {
        foreach (var action in actions.Take(MostActions))
        {
            _text.Write("  ", action.Failure?.Id ?? "-", action.Text);
        }

        if (actions.Count > MostActions)
        {
            writer.WriteLine($"  - and {Words.Count(actions.Count - MostActions)} more; --json lists all");
        }
    }

    private void WriteUnavailable(IReadOnlyList<string> files)
    {
        if (files.Count > 0)
        {
            var named = string.Join(", ", files.Take(5)) + (files.Count > 5 ? $" and {Words.Count(files.Count - 5)} more" : "");
            _text.Write("  ", GoErrorCodes.FilesNotToBeHad.Id, $"nowhere to be had: {named}");
        }
    }

    private static string Steps(int count) => count == 1 ? "1 step" : $"{Words.Count(count)} steps";
}
