using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>where</c>: the GOROOT that would be used.</summary>
internal sealed class WhereCommand : ToolCommand
{
    private readonly Argument<string?> _spec = OptionalSpec();

    public WhereCommand(ToolContext context, GlobalOptions settings)
        : base("where", "Print the GOROOT that would be used", context, settings) => Arguments.Add(_spec);

    public override string Details =>
        "Looks at this machine only and installs nothing. When no Go here fits, it asks the sources, so that the error can say who could serve one.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain where", "the Go of this project"),
            new("$(gotoolchain where 1.24)/bin/go version", "run the newest 1.24 on this machine"),
            new("gotoolchain where '>=1.22 <1.25' --json", "with version, origin and trust"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var spec = SpecOf(parsed, _spec);
        var manager = CreateManager(parsed);
        var go = manager.Find(spec) ?? throw await manager.ExplainMissingAsync(spec, cancel).ConfigureAwait(false);
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(InstallationDocument.Of(go));
        }
        else
        {
            await Terminal.Out.WriteLineAsync(go.Root).ConfigureAwait(false);
        }

        return ExitCodes.Fine;
    }
}
