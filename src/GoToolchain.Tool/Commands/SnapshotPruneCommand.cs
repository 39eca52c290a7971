using System.CommandLine;
using GoToolchain.Recovery.Snapshots;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>snapshot prune</c>: by age, count and size.</summary>
internal sealed class SnapshotPruneCommand : ToolCommand
{
    private readonly Option<string?> _olderThan = new("--older-than")
    {
        HelpName = "TIME",
        Description = "Remove what was made longer ago: 7d (the default), 12h, 90m",
    };

    private readonly Option<int?> _atMost = new("--at-most")
    {
        HelpName = "N",
        Description = "Remove what is beyond the N newest of a GOROOT",
    };

    private readonly Option<string?> _maxSize = new("--max-size")
    {
        HelpName = "SIZE",
        Description = "Remove the oldest until all together take no more: 2G, 500M",
    };

    private readonly Option<int?> _keep = new("--keep")
    {
        HelpName = "N",
        Description = "The N newest of each GOROOT stay in any case; default: 1",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only say what would be removed", Arity = ArgumentArity.Zero };

    public SnapshotPruneCommand(ToolContext context, GlobalOptions settings)
        : base("prune", "Remove old snapshots, and print which went", context, settings)
    {
        Options.Add(_olderThan);
        Options.Add(_atMost);
        Options.Add(_maxSize);
        Options.Add(_keep);
        Options.Add(_dryRun);
    }

    public override string Details =>
        "The newest snapshot of a GOROOT stays, also when that GOROOT is gone: it is what it can be restored from. With `--keep 0` it goes too. Contents that no snapshot needs any more are removed, and so is what killed processes left.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain snapshot prune", "what is older than 7 days"),
            new("gotoolchain snapshot prune --at-most 3 --max-size 2G", "by count and size"),
            new("gotoolchain snapshot prune --dry-run", "what would go"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var usual = new GoSnapshotPruneOptions();
        var options = usual with
        {
            OlderThan = parsed.GetValue(_olderThan) is { } age ? Quantity.Age(age) : usual.OlderThan,
            AtMost = Count(parsed, _atMost),
            MaxBytes = parsed.GetValue(_maxSize) is { } size ? Quantity.Size(size) : null,
            Keep = Count(parsed, _keep) ?? usual.Keep,
            DryRun = parsed.GetValue(_dryRun),
        };
        var report = await CreateManager(parsed).PruneSnapshotsAsync(options, cancel).ConfigureAwait(false);
        if (WantsJson(parsed))
        {
            var members = report.Snapshots.Select(s => new PrunedSnapshotMember(s.Snapshot.Id, s.Snapshot.Root, s.IsRemoved, s.Reason));
            JsonAnswer.Write(new SnapshotPruneDocument(options.DryRun, [.. members], report.Bytes, report.KeptBytes));
            return ExitCodes.Fine;
        }

        foreach (var (snapshot, isRemoved, reason) in report.Snapshots)
        {
            var word =
                !isRemoved ? "kept"
                : options.DryRun ? "would remove"
                : "removed";
            await Terminal.Error.WriteLineAsync($"{word}: {snapshot.Id} of {snapshot.Root} ({reason})").ConfigureAwait(false);
        }

        foreach (var pruned in report.Snapshots.Where(s => s.IsRemoved))
        {
            await Terminal.Out.WriteLineAsync(pruned.Snapshot.Id).ConfigureAwait(false);
        }

        var verb = options.DryRun ? "To be freed" : "Freed";
        await Terminal
            .Error.WriteLineAsync($"{verb}: {Words.Size(report.Bytes)}. What stays takes {Words.Size(report.KeptBytes)}.")
            .ConfigureAwait(false);
        return ExitCodes.Fine;
    }

    private static int? Count(ParseResult parsed, Option<int?> option) =>
        parsed.GetValue(option) is not { } count ? null
        : count >= 0 ? count
        : throw UsageError.Create($"`{option.Name}` is less than nothing.", "Write how many are to stay.");
}
