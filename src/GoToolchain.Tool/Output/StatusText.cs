using GoToolchain.Recovery.Snapshots;

namespace GoToolchain.Tool.Output;

/// <summary>How things stand, for people.</summary>
/// <param name="writer">Where to.</param>
/// <param name="width">Columns of the terminal; null: no limit.</param>
/// <param name="paint">Emphasis.</param>
internal sealed class StatusText(TextWriter writer, int? width, Paint paint)
{
    private const int LabelColumn = 11;

    private readonly LabelledText _text = new(writer, width);

    /// <summary>Writes it.</summary>
    /// <param name="status">How things stand.</param>
    /// <param name="directory">The directory of the project.</param>
    public void Write(GoStatus status, string? directory)
    {
        Line("project", Wanted(status.Survey, directory));
        Line("go", Used(status.Survey), status.Survey.Used is null ? paint.Red : paint.Green);
        if (status.Health is { } health)
        {
            Line("health", Healthy(health), health.IsHealthy ? paint.Green : paint.Red);
        }

        Line("others", Others(status.Survey));
        Lines(
            "link",
            status.Links.Select(l => $"{l.Path} leads to {l.Toolchain}"),
            "none; `gotoolchain link ~/.local/go` makes one that stays when the version changes"
        );
        Lines(
            "shells",
            status.StartFiles,
            "no start-up file puts Go on PATH; `gotoolchain env install` does it, `gotoolchain setup` does all"
        );
        Line("store", $"{status.Store}, {Snapshots(status.Snapshots)}");
        Lines(
            "repair",
            status.InterruptedRepairs.Select(r => $"was interrupted: `gotoolchain repair {r}` finishes it"),
            none: null,
            paint.Yellow
        );
        Lines("note", status.Remarks, none: null);
        writer.WriteLine();
        writer.WriteLine("`gotoolchain --help` lists the commands.");
    }

    private static string Wanted(GoSurvey survey, string? directory) =>
        survey is { Wanted: { } wanted, WantedPlace: { } place } ? $"wants {wanted.Text} ({place})"
        : directory is null ? "none"
        : $"nothing in {directory} or above it says which Go is wanted";

    private static string Used(GoSurvey survey) =>
        survey.Used is not { } used
            ? $"none{(survey.Candidates.Count > 0 ? " of those on this machine fits; `gotoolchain list` says why" : " on this machine")}. `gotoolchain install` gets one."
            : $"{used.Version} in {used.Root} ({Words.Origins(used)}; trust: {Words.Kebab(used.Trust)})";

    private static string Healthy(HealthReport health)
    {
        var took = $"{health.Checks.Count} quick checks in {Words.Duration(health.Duration)}";
        return health is { ErrorCount: 0, WarningCount: 0 }
            ? $"nothing wrong in {took}"
            : $"{Count(health.ErrorCount, "error")}, {Count(health.WarningCount, "warning")} in {took}; `gotoolchain doctor` explains them";
    }

    private static string Others(GoSurvey survey)
    {
        var others = survey.Candidates.Select(c => c.Candidate).Where(c => c != survey.Used).ToArray();
        var usable = others.Where(c => c.Verdict == GoVerdict.Usable).Select(c => c.Version!.ToString()).Distinct().ToArray();
        var broken = others.Count(c => c.Verdict != GoVerdict.Usable);
        return others.Length == 0
            ? "no other Go on this machine"
            : (usable.Length == 0 ? "" : string.Join(", ", usable))
                + (
                    broken == 0
                        ? ""
                        : $"{(usable.Length == 0 ? "" : ", and ")}{Count(broken, "place")} without a usable Go; `gotoolchain list` says why"
                );
    }

    private static string Snapshots(GoSnapshotList snapshots) =>
        snapshots.Snapshots.Count == 0 ? "no snapshots" : $"{Count(snapshots.Snapshots.Count, "snapshot")} ({Words.Size(snapshots.Bytes)})";

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";

    private void Lines(string label, IEnumerable<string> lines, string? none, Func<string, string>? emphasis = null)
    {
        var all = lines.ToArray();
        foreach (var (i, line) in (all.Length == 0 && none is not null ? [none] : all).Index())
        {
            Line(i == 0 ? label : "", line, emphasis);
        }
    }

    private void Line(string label, string text, Func<string, string>? emphasis = null)
    {
        var padded = label.PadRight(LabelColumn, '\u00a0');
        _text.Write("", padded, text, (emphasis ?? paint.Bold)(label) + new string(' ', LabelColumn - label.Length));
    }
}
