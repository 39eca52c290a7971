using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>uninstall</c>: out of the store.</summary>
internal sealed class UninstallCommand : ToolCommand
{
    private readonly Argument<string> _spec = new("SPEC") { Description = "Which: a version (1.24.4) or a line (1.24)" };

    public UninstallCommand(ToolContext context, GlobalOptions settings)
        : base("uninstall", "Remove a Go from the store", context, settings) => Arguments.Add(_spec);

    public override string Details =>
        "Only toolchains in the store are removed, never a Go that something else installed, nor one to which a stable link leads. Prints what it removed.";

    public override IReadOnlyList<Example> Examples =>
        [new("gotoolchain uninstall 1.24.4", "that version"), new("gotoolchain uninstall 1.24", "all installed releases of 1.24")];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var removed = await CreateManager(parsed).UninstallAsync(parsed.GetRequiredValue(_spec), cancel).ConfigureAwait(false);
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(new UninstallDocument(removed));
            return ExitCodes.Fine;
        }

        foreach (var root in removed)
        {
            await Terminal.Out.WriteLineAsync(root).ConfigureAwait(false);
        }

        return ExitCodes.Fine;
    }
}
