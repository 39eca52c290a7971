using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>list</c>: every candidate on this machine.</summary>
internal sealed class ListCommand(ToolContext context, GlobalOptions settings)
    : ToolCommand("list", "List every Go on this machine, and why each is or is not used", context, settings)
{
    // With the other short columns at their widest, 80 columns leave this many.
    private const int OriginColumn = 28;

    public override string Details =>
        "The row marked `*` is the one that `gotoolchain where` gives. Verdicts come from a look at files; no process is started.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain list", "a table"),
            new("gotoolchain list --preference system", "what would be used if the system's Go came first"),
            new("gotoolchain list --json", "for programs"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var survey = CreateManager(parsed).Survey();
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(
                new ListDocument(
                    survey.Wanted?.Text,
                    survey.WantedPlace,
                    survey.Used?.Root,
                    [.. survey.Candidates.Select(c => CandidateMember.Of(c.Candidate, c.Reason))]
                )
            );
            return ExitCodes.Fine;
        }

        if (survey.Candidates.Count > 0)
        {
            WriteTable(survey);
        }

        await Terminal.Error.WriteLineAsync(Summary(survey)).ConfigureAwait(false);
        return ExitCodes.Fine;
    }

    private void WriteTable(GoSurvey survey)
    {
        var table = new Table(
            new TableColumn(" "),
            new TableColumn("VERSION"),
            new TableColumn("ROOT", IsLong: true),
            new TableColumn("ORIGIN"),
            new TableColumn("VERDICT"),
            new TableColumn("TRUST"),
            new TableColumn("WHY NOT", IsLong: true)
        );
        foreach (var (candidate, whyNot) in survey.Candidates)
        {
            var isUsed = candidate == survey.Used;
            table.Add(
                emphasis: isUsed,
                isUsed ? "*" : " ",
                candidate.Version?.ToString() ?? "?",
                candidate.Root,
                Words.Origins(candidate, Terminal.OutWidth is null ? null : OriginColumn),
                Words.Kebab(candidate.Verdict),
                candidate.Verdict == GoVerdict.Usable ? Words.Kebab(candidate.Trust) : "-",
                whyNot
            );
        }

        table.Write(Terminal.Out, Terminal.OutWidth, new Paint(Terminal.IsOutLively));
    }

    private static string Summary(GoSurvey survey)
    {
        var wanted = survey.Wanted is { } spec ? $" for `{spec}` of {survey.WantedPlace}" : "";
        return survey.Used is not null ? $"* is what `gotoolchain where` gives{wanted}."
            : survey.Candidates.Count == 0 ? "No Go was found on this machine. `gotoolchain install` gets one."
            : $"None of these would be used{wanted}. `gotoolchain install` gets one.";
    }
}
