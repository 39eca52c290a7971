using System.CommandLine;
using System.CommandLine.Invocation;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.CommandLine;

/// <summary><c>gotoolchain</c> alone: how things stand, on one screen.</summary>
internal sealed class StatusAction(Terminal terminal, GlobalOptions settings) : AsynchronousCommandLineAction
{
    public override async Task<int> InvokeAsync(ParseResult parseResult, CancellationToken cancellationToken = default)
    {
        var manager = new GoToolchainManager(settings.ToOptions(parseResult, progress: null));
        var status = await manager.GetStatusAsync(cancellationToken).ConfigureAwait(false);
        if (parseResult.GetValue(settings.Json))
        {
            JsonAnswer.Write(StatusDocument.Of(status));
        }
        else
        {
            new StatusText(terminal.Out, Terminal.OutWidth, new Paint(Terminal.IsOutLively)).Write(
                status,
                manager.Options.ProjectDirectory
            );
        }

        return ExitCodes.Fine;
    }
}
