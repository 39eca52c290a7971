using System.CommandLine;
using System.Globalization;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>snapshot list</c>: which there are, and what they take.</summary>
internal sealed class SnapshotListCommand(ToolContext context, GlobalOptions settings)
    : ToolCommand("list", "Show the snapshots in the store, and what they take", context, settings)
{
    public override string Details =>
        "SIZE is that of the tree, and OWN what no other snapshot needs: as much comes free when it goes. A tree of the store that was as it had been installed is marked `*`.";

    public override IReadOnlyList<Example> Examples =>
        [new("gotoolchain snapshot list", "a table, the newest first"), new("gotoolchain snapshot list --json", "for programs")];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var list = CreateManager(parsed).ListSnapshots();
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(new SnapshotListDocument([.. list.Snapshots.Select(SnapshotMember.Of)], list.Bytes));
            return ExitCodes.Fine;
        }

        if (list.Snapshots.Count == 0)
        {
            await Terminal.Error.WriteLineAsync("There is no snapshot.").ConfigureAwait(false);
            return ExitCodes.Fine;
        }

        var table = new Table(
            new TableColumn("SNAPSHOT"),
            new TableColumn("VERSION"),
            new TableColumn("MADE"),
            new TableColumn("FILES", IsNumber: true),
            new TableColumn("SIZE", IsNumber: true),
            new TableColumn("OWN", IsNumber: true),
            new TableColumn("ROOT", IsLong: true)
        );
        foreach (var s in list.Snapshots)
        {
            table.Add(
                emphasis: false,
                s.Id,
                s.IsDamaged ? "damaged" : s.Version + (s.IsAsInstalled ? "*" : ""),
                s.IsDamaged ? "" : s.CreatedAt.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                Words.Count(s.Files),
                Words.Size(s.Bytes),
                Words.Size(s.OwnBytes),
                s.Root
            );
        }

        table.Write(Terminal.Out, Terminal.OutWidth, new Paint(Terminal.IsOutLively));
        await Terminal.Error.WriteLineAsync($"Together they take {Words.Size(list.Bytes)}.").ConfigureAwait(false);
        return ExitCodes.Fine;
    }
}
