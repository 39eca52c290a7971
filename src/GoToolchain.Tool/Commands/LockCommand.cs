using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>lock</c>: pin the archives that a project is built with.</summary>
internal sealed class LockCommand : ToolCommand
{
    private readonly Argument<string[]> _specs = new("SPEC")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "The versions to pin; default: what the project says, else the newest stable one",
    };

    private readonly Option<string[]> _platforms = new("--platform")
    {
        HelpName = "WHICH",
        Description =
            "A platform to pin for, as linux/amd64 or linux-x64; may be repeated. Default: those that are pinned now, else this machine's",
    };

    public LockCommand(ToolContext context, GlobalOptions settings)
        : base("lock", "Write gotoolchain.lock.json, which pins Go by version, size and SHA-256", context, settings)
    {
        Arguments.Add(_specs);
        Options.Add(_platforms);
    }

    public override string Usage => "lock [SPEC...]";

    public override string Details =>
        "The file is written beside gotoolchain.json, else into the current directory, and belongs into version control. Where it is, nothing else is installed or used, in builds and tests too; a wish that it does not pin is an error that names the command to run.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain lock", "the Go of this project, for this machine"),
            new("gotoolchain lock --platform linux/amd64 --platform win-x64", "for the machines of a team"),
            new("gotoolchain lock 1.24 1.23", "two versions, for a test matrix"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var platforms = (parsed.GetValue(_platforms) ?? []).Select(PlatformArgument.Parse).ToList();
        var specs = (parsed.GetValue(_specs) ?? []).Select(s => WorkingDirectory.AbsoluteSpec(s)!).ToList();
        var locked = await CreateManager(parsed).LockAsync(specs, platforms, cancel).ConfigureAwait(false);
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(LockDocument.Of(locked));
            return ExitCodes.Fine;
        }

        foreach (var toolchain in locked.Toolchains)
        {
            await Terminal.Error.WriteLineAsync($"{toolchain.FileName}  {toolchain.Digest}").ConfigureAwait(false);
        }

        await Terminal.Out.WriteLineAsync(locked.File).ConfigureAwait(false);
        return ExitCodes.Fine;
    }
}
