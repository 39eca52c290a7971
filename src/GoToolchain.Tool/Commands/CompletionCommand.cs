using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Completion;
using GoToolchain.Tool.Output;

namespace GoToolchain.Tool.Commands;

/// <summary><c>completion</c>: the script that teaches a shell to complete this tool.</summary>
internal sealed class CompletionCommand : ToolCommand
{
    private readonly Argument<string> _shell = new("SHELL") { Description = "bash, zsh, fish or powershell" };

    public CompletionCommand(ToolContext context, GlobalOptions settings)
        : base("completion", "Print the script that lets a shell complete gotoolchain", context, settings) => Arguments.Add(_shell);

    public override string Details =>
        "It completes commands, options, the values that an option takes, the versions of Go on this machine and snapshots. The line that loads it belongs into a start-up file of the shell.";

    public override IReadOnlyList<Example> Examples =>
        [.. Enum.GetValues<GoShell>().Select(CompletionScript.Loading).Select(l => new Example(l.Line, $"in {l.File}"))];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var shell = ShellOption.Require(parsed.GetRequiredValue(_shell));
        await Terminal.Out.WriteAsync(CompletionScript.For(shell).AsMemory(), cancel).ConfigureAwait(false);
        if (!Console.IsOutputRedirected)
        {
            var (line, file) = CompletionScript.Loading(shell);
            new LabelledText(Terminal.Error, Terminal.ErrorWidth).Write("", "note:", $"Put `{line}` into {file}.");
        }

        return ExitCodes.Fine;
    }
}
