using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output.Json;
using GoToolchain.Tool.Progress;

namespace GoToolchain.Tool.Commands;

/// <summary><c>link</c>: a stable link to a Go of the store.</summary>
internal sealed class LinkCommand : ToolCommand
{
    private readonly Argument<string> _directory = new("DIR") { Description = "The link: nothing there, or a link to a Go" };

    private readonly Argument<string?> _spec = new("SPEC")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The wanted version; default: what the project says, else the newest stable one",
    };

    public LinkCommand(ToolContext context, GlobalOptions settings)
        : base("link", "Let a stable link lead to a Go of the store, and print where it leads", context, settings)
    {
        Arguments.Add(_directory);
        Arguments.Add(_spec);
    }

    public override string Details =>
        "The Go is installed when it is missing. The link is changed in one step, so that it never leads nowhere, and is remembered in the store: uninstall and prune leave the Go alone to which it leads. On Windows it is a junction, which needs no privilege.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain link ~/.local/go 1.24", "then put ~/.local/go/bin on PATH, once"),
            new("gotoolchain link ~/.local/go stable", "move it to the newest"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var link = WorkingDirectory.Absolute(parsed.GetValue(_directory)!);
        GoInstallation go;
        var progress = ProgressDisplay.Create(Terminal);
        await using (progress.ConfigureAwait(false))
        {
            go = await CreateManager(parsed, progress).LinkAsync(link, SpecOf(parsed, _spec), cancel).ConfigureAwait(false);
        }

        if (WantsJson(parsed))
        {
            JsonAnswer.Write(new LinkDocument(link, InstallationDocument.Of(go)));
        }
        else
        {
            await Terminal.Out.WriteLineAsync(go.Root).ConfigureAwait(false);
        }

        return ExitCodes.Fine;
    }
}
