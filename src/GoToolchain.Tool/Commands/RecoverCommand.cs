using System.CommandLine;
using GoToolchain.Recovery;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Json;
using GoToolchain.Tool.Output.Recovery;
using GoToolchain.Tool.Progress;

namespace GoToolchain.Tool.Commands;

/// <summary><c>recover</c>: after <c>rm -rf "$GOROOT"</c>, one command.</summary>
internal sealed class RecoverCommand : ToolCommand
{
    private readonly Argument<string?> _spec = OptionalSpec();

    private readonly Option<bool> _redirect = new("--redirect")
    {
        Description = "Put a link to another Go in the place of what is gone, even where it could be restored",
        Arity = ArgumentArity.Zero,
    };

    public RecoverCommand(ToolContext context, GlobalOptions settings)
        : base("recover", "Get Go back after it was deleted: restore it or redirect to another one", context, settings)
    {
        Arguments.Add(_spec);
        Options.Add(_redirect);
    }

    public override string Details =>
        "Finds out which GOROOT is gone (GOROOT, PATH, links, start-up files and adopted trees lead to it), restores it in its place from another tree, a snapshot or an archive of this machine, or lets a link there lead to another Go; without any, one is installed. A damaged Go is repaired. Links and start-up files that still lead nowhere are put right, with a backup. At the end `go version` and the doctor prove it. Exit code 0: a healthy Go runs; 2: there is none, and none could be had; 3: it does not run.";

    public override IReadOnlyList<Example> Examples =>
        [new("gotoolchain recover", "whatever is gone"), new("gotoolchain recover 1.24 --offline", "a 1.24, and only from this machine")];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        RecoveryReport report;
        var progress = ProgressDisplay.Create(Terminal);
        await using (progress.ConfigureAwait(false))
        {
            report = await CreateManager(parsed, progress)
                .RecoverAsync(SpecOf(parsed, _spec), new RecoveryOptions { Redirect = parsed.GetValue(_redirect) }, cancel)
                .ConfigureAwait(false);
        }

        if (WantsJson(parsed))
        {
            JsonAnswer.Write(RecoveryDocument.Of(report));
            return report.ExitCode;
        }

        RecoveryText.Write(report, Terminal.Out, Terminal.OutWidth, new Paint(Terminal.IsOutLively));
        if (report.NextStep is { } next)
        {
            new LabelledText(Terminal.Error, Terminal.ErrorWidth).Write(next);
        }

        return report.ExitCode;
    }
}
