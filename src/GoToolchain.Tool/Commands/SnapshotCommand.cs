using System.CommandLine;
using GoToolchain.Tool.CommandLine;

namespace GoToolchain.Tool.Commands;

/// <summary><c>snapshot</c>: the commands about snapshots.</summary>
internal sealed class SnapshotCommand : ToolCommand
{
    public SnapshotCommand(ToolContext context, GlobalOptions settings)
        : base("snapshot", "Keep snapshots of a GOROOT, and restore them", context, settings)
    {
        Subcommands.Add(new SnapshotCreateCommand(context, settings));
        Subcommands.Add(new SnapshotListCommand(context, settings));
        Subcommands.Add(new SnapshotRestoreCommand(context, settings));
        Subcommands.Add(new SnapshotPruneCommand(context, settings));
        Subcommands.Add(new SnapshotDrillCommand(context, settings));
    }

    public override string Usage => "snapshot COMMAND";

    public override string Details =>
        "A snapshot holds every file of a GOROOT by its SHA-256, in the store, where no change of the tree can reach it. What several snapshots have is stored once; where the file system can, files are cloned and take no room until the tree changes.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain snapshot create /usr/local/go", "of a Go that something else has installed"),
            new("gotoolchain snapshot list", "which there are, and what they take"),
            new("gotoolchain snapshot restore /usr/local/go", "the newest of that GOROOT, where it was"),
            new("gotoolchain snapshot drill --limit 5s", "would it be there in time?"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await Terminal.Error.WriteAsync(HelpText.Of(this, parsed.RootCommandResult.Command).AsMemory(), cancel).ConfigureAwait(false);
        return GoErrorCodes.WrongUsage.ExitCode;
    }
}
