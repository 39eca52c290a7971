using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output.Environments;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>env remove</c>: takes the block out again.</summary>
internal sealed class EnvRemoveCommand : ToolCommand
{
    private readonly Option<string[]> _shells = ShellOption.Several("all");
    private readonly Option<bool> _plan = BlockOptions.Plan();
    private readonly Option<bool> _force = BlockOptions.Force("Take out");

    public EnvRemoveCommand(ToolContext context, GlobalOptions settings)
        : base("remove", "Take the block out of the start-up files again, byte for byte", context, settings)
    {
        Options.Add(_shells);
        Options.Add(_plan);
        Options.Add(_force);
    }

    public override string Details =>
        "Each file is then what it was before `env install`; one that was made for the block is removed, and copies that hold the same as the file are too. Nothing else of the file is touched.";

    public override IReadOnlyList<Example> Examples =>
        [new("gotoolchain env remove", "every shell"), new("gotoolchain env remove --shell fish --dry-run", "what would change for fish")];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = new ShellBlockOptions
        {
            Shells = ShellOption.Parse(parsed.GetValue(_shells)),
            DryRun = parsed.GetValue(_plan),
            Force = parsed.GetValue(_force),
        };
        var report = await CreateManager(parsed).RemoveShellBlockAsync(options, cancel).ConfigureAwait(false);
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(ShellBlockDocument.Of(report, options.DryRun));
            return ExitCodes.Fine;
        }

        new ShellBlockText(Terminal).Write(report, options.DryRun);
        return ExitCodes.Fine;
    }
}
