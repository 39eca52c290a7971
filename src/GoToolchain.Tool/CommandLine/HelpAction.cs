using System.CommandLine;
using System.CommandLine.Invocation;
using GoToolchain.Tool.Commands;
using GoToolchain.Tool.Output;

namespace GoToolchain.Tool.CommandLine;

/// <summary>Prints the help of the command that was named.</summary>
internal sealed class HelpAction(Terminal terminal, RootCommand root) : SynchronousCommandLineAction
{
    public override bool Terminating => true;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var text = parseResult.CommandResult.Command is ToolCommand command ? HelpText.Of(command, root) : HelpText.Of(root);
        terminal.Out.Write(text);
        return ExitCodes.Fine;
    }
}
