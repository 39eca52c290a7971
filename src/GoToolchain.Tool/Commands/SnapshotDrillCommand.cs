using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Inspect;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>snapshot drill</c>: would it be there in time?</summary>
internal sealed class SnapshotDrillCommand : ToolCommand
{
    private readonly Argument<string?> _snapshot = SnapshotArgument.Create();

    private readonly Option<string?> _limit = new("--limit")
    {
        HelpName = "TIME",
        Description = "What the recovery may take: 60s (the default), 500ms, 10m",
    };

    public SnapshotDrillCommand(ToolContext context, GlobalOptions settings)
        : base("drill", "Restore a snapshot into a scratch place, and prove and time it", context, settings)
    {
        Arguments.Add(_snapshot);
        Options.Add(_limit);
    }

    public override string Details =>
        "The scratch place is in the store and is removed at the end. Every file is read back and compared: content, mode and time. Exit code 0: the tree was there in time and is right; 1: it took longer, or differs.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain snapshot drill", "the newest, within a minute"),
            new("gotoolchain snapshot drill /usr/local/go --limit 5s", "for a nightly job"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var limit = parsed.GetValue(_limit) is { } text ? Quantity.Time(text) : TimeSpan.FromMinutes(1);
        var name = SnapshotArgument.Of(parsed.GetValue(_snapshot));
        var drill = await CreateManager(parsed).DrillSnapshotAsync(name, limit, cancel).ConfigureAwait(false);
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(
                new SnapshotDrillDocument(
                    SnapshotMember.Of(drill.Snapshot),
                    drill.IsPassed,
                    drill.Recovery.TotalMilliseconds,
                    drill.Proof.TotalMilliseconds,
                    drill.Limit.TotalMilliseconds,
                    drill.Problems
                )
            );
        }
        else
        {
            var fields = new FieldList($"{(drill.IsPassed ? "passed" : "failed")}: {drill.Snapshot.Id} of {drill.Snapshot.Root}");
            var verdict = drill.IsInTime ? "within" : "over";
            fields.Add("recovery", $"{Words.Duration(drill.Recovery)}, {verdict} the limit of {Words.Duration(drill.Limit)}");
            fields.Add(
                "proof",
                drill.Problems.Count == 0
                    ? $"{Words.Count(drill.Snapshot.Files)} files are as they were ({Words.Duration(drill.Proof)})"
                    : string.Join("; ", drill.Problems)
            );
            fields.Write(Terminal.Out, Terminal.OutWidth, new Paint(Terminal.IsOutLively));
        }

        return drill.IsPassed ? ExitCodes.Fine : GoErrorCodes.DrillFailed.ExitCode;
    }
}
