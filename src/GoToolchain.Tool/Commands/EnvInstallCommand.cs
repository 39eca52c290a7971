using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output.Environments;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>env install</c>: the block in the start-up files.</summary>
internal sealed class EnvInstallCommand : ToolCommand
{
    private readonly Argument<string?> _spec = new("SPEC")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The Go; default: the one of a stable link, else what `gotoolchain where` gives",
    };

    private readonly Option<string[]> _shells = ShellOption.Several("that of $SHELL, and all of which there are start-up files");
    private readonly Option<bool> _plan = BlockOptions.Plan();
    private readonly Option<bool> _force = BlockOptions.Force("Replace");

    public EnvInstallCommand(ToolContext context, GlobalOptions settings)
        : base("install", "Write a block that puts Go on PATH into the start-up files of shells", context, settings)
    {
        Arguments.Add(_spec);
        Options.Add(_shells);
        Options.Add(_plan);
        Options.Add(_force);
    }

    public override string Details =>
        "The block stands between two marks, in the files that shells read at login, interactively and for scripts, and puts Go's programs and the directory of `go install` first on PATH. GOROOT is not set. All other bytes, permissions, owner and links of a file stay; a copy is kept beside it. Doing it again changes nothing.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain env install", "the shells of this user"),
            new("gotoolchain env install --shell zsh --shell fish", "these two"),
            new("gotoolchain env install --dry-run", "show the differences, write nothing"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = new ShellBlockOptions
        {
            Spec = SpecOf(parsed, _spec),
            Shells = ShellOption.Parse(parsed.GetValue(_shells)),
            DryRun = parsed.GetValue(_plan),
            Force = parsed.GetValue(_force),
        };
        var report = await CreateManager(parsed).InstallShellBlockAsync(options, cancel).ConfigureAwait(false);
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(ShellBlockDocument.Of(report, options.DryRun));
            return ExitCodes.Fine;
        }

        new ShellBlockText(Terminal).Write(report, options.DryRun);
        return ExitCodes.Fine;
    }
}
