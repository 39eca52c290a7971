using System.CommandLine;
using System.Globalization;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>prune</c>: remove old toolchains, and what nothing needs.</summary>
internal sealed class PruneCommand : ToolCommand
{
    private readonly Option<int?> _keep = new("--keep")
    {
        HelpName = "N",
        Description = "Keep the N newest toolchains, whatever their age",
    };

    private readonly Option<string?> _olderThan = new("--older-than")
    {
        HelpName = "TIME",
        Description = "Remove only what was installed longer ago: 30d, 12h, 90m",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only say what would be removed", Arity = ArgumentArity.Zero };

    public PruneCommand(ToolContext context, GlobalOptions settings)
        : base("prune", "Remove old toolchains from the store, and leftovers, and print what went", context, settings)
    {
        Options.Add(_keep);
        Options.Add(_olderThan);
        Options.Add(_dryRun);
    }

    public override string Details =>
        "A Go to which a stable link or PATH leads is never removed. Without --keep and --older-than no toolchain is, only what killed processes left and the archives of toolchains that are not installed.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain prune --keep 2", "all but the two newest"),
            new("gotoolchain prune --keep 1 --older-than 30d", "what is old, but never the newest"),
            new("gotoolchain prune --older-than 90d --dry-run", "what would go"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var keep = parsed.GetValue(_keep);
        var options = new GoPruneOptions
        {
            Keep = keep is null or >= 0 ? keep : throw UsageError.Create("`--keep` is less than nothing.", "Write how many are to stay."),
            OlderThan = parsed.GetValue(_olderThan) is { } text ? Quantity.Age(text) : null,
            DryRun = parsed.GetValue(_dryRun),
        };
        var report = await CreateManager(parsed).PruneAsync(options, cancel).ConfigureAwait(false);
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(PruneDocument.Of(report, options.DryRun));
            return ExitCodes.Fine;
        }

        foreach (var toolchain in report.Toolchains)
        {
            var word =
                !toolchain.IsRemoved ? "kept"
                : options.DryRun ? "would remove"
                : "removed";
            await Terminal.Error.WriteLineAsync($"{word}: {toolchain.Root} ({toolchain.Reason})").ConfigureAwait(false);
        }

        foreach (var path in report.Toolchains.Where(t => t.IsRemoved).Select(t => t.Root).Concat(report.Archives))
        {
            await Terminal.Out.WriteLineAsync(path).ConfigureAwait(false);
        }

        var amount = (report.Bytes / 1e6).ToString("0", CultureInfo.InvariantCulture);
        await Terminal.Error.WriteLineAsync($"{(options.DryRun ? "To be freed" : "Freed")}: {amount} MB.").ConfigureAwait(false);
        return ExitCodes.Fine;
    }
}
