using System.CommandLine;
using GoToolchain.Tool.CommandLine;

namespace GoToolchain.Tool.Commands;

/// <summary><c>env</c>: the commands about the environment in which Go runs.</summary>
internal sealed class EnvCommand : ToolCommand
{
    public EnvCommand(ToolContext context, GlobalOptions settings)
        : base("env", "Explain the environment that Go runs in", context, settings)
    {
        Subcommands.Add(new EnvExplainCommand(context, settings));
        Subcommands.Add(new EnvPlacesCommand(context, settings));
    }

    public override string Usage => "env COMMAND";

    public override string Details =>
        "What Go takes as its settings and who said so, which programs a shell runs, and where this user may write.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain env explain", "where each setting of Go comes from"),
            new("gotoolchain env explain --tool gopls", "which gopls a shell runs, and where `go install` writes it"),
            new("gotoolchain env places", "where this user may write and run programs"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        await Terminal.Error.WriteAsync(HelpText.Of(this, parsed.RootCommandResult.Command).AsMemory(), cancel).ConfigureAwait(false);
        return GoErrorCodes.WrongUsage.ExitCode;
    }
}
