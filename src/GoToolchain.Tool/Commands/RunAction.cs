using System.CommandLine;
using System.CommandLine.Invocation;

namespace GoToolchain.Tool.Commands;

/// <summary>Runs a command of ours.</summary>
internal sealed class RunAction(ToolCommand command) : AsynchronousCommandLineAction
{
    public override Task<int> InvokeAsync(ParseResult parseResult, CancellationToken cancellationToken = default) =>
        command.RunAsync(parseResult, cancellationToken);
}
