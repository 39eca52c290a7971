using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>env places</c>: where this user may write.</summary>
internal sealed class EnvPlacesCommand(ToolContext context, GlobalOptions settings)
    : ToolCommand("places", "Try where this user may write, and run programs", context, settings)
{
    public override string Details =>
        "In each directory of this user, of the system and of Go a small file is written, a tiny program run, and both are removed. Permissions and mount options only explain what happened.";

    public override IReadOnlyList<Example> Examples =>
        [new("gotoolchain env places", "a table"), new("gotoolchain env places --json", "for programs")];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var places = await CreateManager(parsed).ProbePlacesAsync(cancel).ConfigureAwait(false);
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(EnvPlacesDocument.Of(places));
            return ExitCodes.Fine;
        }

        var table = new Table(
            new TableColumn("PATH", IsLong: true),
            new TableColumn("FOR"),
            new TableColumn("STATE"),
            new TableColumn("FREE", IsNumber: true),
            new TableColumn("WHY", IsLong: true)
        );
        foreach (var place in places)
        {
            table.Add(
                emphasis: false,
                place.Path,
                string.Join(", ", place.Purposes),
                Words.Kebab(place.State),
                Words.Size(place.FreeBytes),
                place.Reason ?? ""
            );
        }

        table.Write(Terminal.Out, Terminal.OutWidth, new Paint(Terminal.IsOutLively));
        return ExitCodes.Fine;
    }
}
