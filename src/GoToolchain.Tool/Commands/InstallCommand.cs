using System.CommandLine;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output.Json;
using GoToolchain.Tool.Progress;

namespace GoToolchain.Tool.Commands;

/// <summary><c>install</c>: into the store, unless it is there.</summary>
internal sealed class InstallCommand : ToolCommand
{
    private readonly Argument<string?> _spec = new("SPEC")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The wanted version; default: what the project says, else the newest stable one",
    };

    private readonly Option<bool> _force = new("--force")
    {
        Description = "Install anew even when it is there; the old tree stays usable until the new one replaces it",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<string?> _from = new("--from")
    {
        HelpName = "FILE",
        Description = "Install from this release archive instead of any source",
    };

    private readonly Option<bool> _lean = new("--lean")
    {
        Description = "Without api/, doc/ and test/, which no build needs; what is installed already stays as it is",
        Arity = ArgumentArity.Zero,
    };

    public InstallCommand(ToolContext context, GlobalOptions settings)
        : base("install", "Install a Go into the store, and print its GOROOT", context, settings)
    {
        Arguments.Add(_spec);
        Options.Add(_force);
        Options.Add(_from);
        Options.Add(_lean);
    }

    public override string Details =>
        "Nothing outside the store is written, and root is never needed. A toolchain appears only when it is complete and verified; when it is in the store already, nothing is fetched.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain install", "what the project says, else the newest stable"),
            new("gotoolchain install 1.24", "the newest 1.24"),
            new("gotoolchain install --from go1.24.4.linux-amd64.tar.gz", "from a file, without the network"),
            new("gotoolchain install 1.24 --mirror https://mirror.example/go", "from a mirror of go.dev/dl"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var from = parsed.GetValue(_from) is { } file ? WorkingDirectory.Absolute(file) : null;
        GoInstallation go;
        var progress = ProgressDisplay.Create(Terminal);
        await using (progress.ConfigureAwait(false))
        {
            go = await CreateManager(parsed, progress)
                .InstallAsync(SpecOf(parsed, _spec), parsed.GetValue(_force), from, parsed.GetValue(_lean), cancel)
                .ConfigureAwait(false);
        }

        if (WantsJson(parsed))
        {
            JsonAnswer.Write(InstallationDocument.Of(go));
        }
        else
        {
            if (!go.InstalledNow)
            {
                await Terminal.Error.WriteLineAsync($"Go {go.Version} is installed already.").ConfigureAwait(false);
            }

            await Terminal.Out.WriteLineAsync(go.Root).ConfigureAwait(false);
        }

        return ExitCodes.Fine;
    }
}
