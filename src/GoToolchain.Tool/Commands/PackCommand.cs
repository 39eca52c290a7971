using System.CommandLine;
using System.Globalization;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output.Json;
using GoToolchain.Tool.Progress;

namespace GoToolchain.Tool.Commands;

/// <summary><c>pack</c>: a NuGet package with a toolchain in it.</summary>
internal sealed class PackCommand : ToolCommand
{
    private readonly Argument<string?> _spec = new("SPEC")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The wanted version; default: what the project says, else the newest stable one",
    };

    private readonly Option<string?> _output = new("--output")
    {
        HelpName = "DIR",
        Description = "Where to put the package; default: the current directory",
    };

    public PackCommand(ToolContext context, GlobalOptions settings)
        : base("pack", "Make a NuGet package of a Go, for who reaches a package feed only", context, settings)
    {
        Arguments.Add(_spec);
        Options.Add(_output);
    }

    public override string Details =>
        "The Go is installed when it is missing. The package is for the platform of this machine; the same toolchain gives the same bytes. Push it with `dotnet nuget push`, and install from the feed with --source nuget.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain pack 1.24 --output out", "make it"),
            new("dotnet nuget push out/GoToolchain.Go.*.nupkg --source company", "push it"),
            new("gotoolchain install 1.24 --source nuget", "and elsewhere, install it"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var directory = WorkingDirectory.Absolute(parsed.GetValue(_output) ?? ".");
        GoToolchainPackage package;
        var progress = ProgressDisplay.Create(Terminal);
        await using (progress.ConfigureAwait(false))
        {
            package = await CreateManager(parsed, progress).PackAsync(directory, SpecOf(parsed, _spec), cancel).ConfigureAwait(false);
        }

        if (WantsJson(parsed))
        {
            JsonAnswer.Write(new PackDocument(package.File, package.Id, package.Version, package.Size, package.IsReleased));
            return ExitCodes.Fine;
        }

        var content = package.IsReleased ? "the archive of the release" : "an archive of the installed tree";
        var size = (package.Size / 1e6).ToString("0.0", CultureInfo.InvariantCulture);
        await Terminal.Error.WriteLineAsync($"{package.Id} {package.Version}: {size} MB, with {content}.").ConfigureAwait(false);
        await Terminal.Out.WriteLineAsync(package.File).ConfigureAwait(false);
        return ExitCodes.Fine;
    }
}
