using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>snapshot restore</c>: a whole tree, where it was or elsewhere.</summary>
internal sealed class SnapshotRestoreCommand : ToolCommand
{
    private readonly Argument<string?> _snapshot = SnapshotArgument.Create();

    private readonly Option<string?> _to = new("--to")
    {
        HelpName = "DIR",
        Description = "Restore into this directory, which is not there or empty",
    };

    private readonly Option<bool> _force = new("--force")
    {
        Description = "Replace what is there; it stays in its place until the restored tree is complete",
        Arity = ArgumentArity.Zero,
    };

    public SnapshotRestoreCommand(ToolContext context, GlobalOptions settings)
        : base("restore", "Restore a snapshot, and print the GOROOT", context, settings)
    {
        Arguments.Add(_snapshot);
        Options.Add(_to);
        Options.Add(_force);
    }

    public override string Details =>
        "The tree is made beside its place, every file is proved by its SHA-256, and it gets its name by one rename. Single files are better mended with `gotoolchain repair`, which uses snapshots too.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain snapshot restore", "the newest of all, where it was"),
            new("gotoolchain snapshot restore /usr/local/go", "the newest of that GOROOT"),
            new("gotoolchain snapshot restore 20261130-1012 --to ~/go-then", "a certain one, elsewhere"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var manager = CreateManager(parsed);
        var to = parsed.GetValue(_to) is { } directory ? WorkingDirectory.Absolute(directory) : null;
        var name = SnapshotArgument.Of(parsed.GetValue(_snapshot));
        var restore = await manager.RestoreSnapshotAsync(name, to, parsed.GetValue(_force), cancel).ConfigureAwait(false);
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(
                new SnapshotRestoreDocument(
                    SnapshotMember.Of(restore.Snapshot),
                    restore.Root,
                    restore.Duration.TotalMilliseconds,
                    restore.Replaced
                )
            );
            return ExitCodes.Fine;
        }

        await Terminal
            .Error.WriteLineAsync(
                $"{restore.Snapshot.Id}: {Words.Count(restore.Snapshot.Files)} files restored in {Words.Duration(restore.Duration)}."
            )
            .ConfigureAwait(false);
        await Terminal.Out.WriteLineAsync(restore.Root).ConfigureAwait(false);
        return ExitCodes.Fine;
    }
}
