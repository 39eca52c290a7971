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

    private readonly Option<string[]> _platforms = new("--platform")
    {
        HelpName = "WHICH",
        Description = "A platform to pack for, as linux/amd64 or win-x64; may be repeated. Default: this machine's",
    };

    public PackCommand(ToolContext context, GlobalOptions settings)
        : base("pack", "Make a NuGet package of a Go, for who reaches a package feed only", context, settings)
    {
        Arguments.Add(_spec);
        Options.Add(_output);
        Options.Add(_platforms);
    }

    public override string Details =>
        "The Go of this machine's platform is installed when it is missing; one of another platform is downloaded and verified, and not installed. The same toolchain gives the same bytes. Push it with `dotnet nuget push`, and install from the feed with --source nuget.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain pack 1.24 --output out", "make it"),
            new("gotoolchain pack 1.24 --platform linux-x64 --platform win-x64", "for the machines of a team"),
            new("dotnet nuget push out/GoToolchain.Go.*.nupkg --source company", "push it"),
            new("gotoolchain install 1.24 --source nuget", "and elsewhere, install it"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var directory = WorkingDirectory.Absolute(parsed.GetValue(_output) ?? ".");
        var packages = new List<GoToolchainPackage>();
        var progress = ProgressDisplay.Create(Terminal);
        await using (progress.ConfigureAwait(false))
        {
            var manager = CreateManager(parsed, progress);
            var platforms = (parsed.GetValue(_platforms) ?? []).Select(PlatformArgument.Parse).Distinct().ToList();
            foreach (var platform in platforms is [] ? [manager.Options.Host.Platform] : platforms)
            {
                packages.Add(await manager.PackAsync(directory, platform, SpecOf(parsed, _spec), cancel).ConfigureAwait(false));
            }
        }

        if (WantsJson(parsed))
        {
            JsonAnswer.Write(PackDocument.Of(packages));
            return ExitCodes.Fine;
        }

        foreach (var package in packages)
        {
            var content = package.IsReleased ? "the archive of the release" : "an archive of the tree";
            var size = (package.Size / 1e6).ToString("0.0", CultureInfo.InvariantCulture);
            await Terminal.Error.WriteLineAsync($"{package.Id} {package.Version}: {size} MB, with {content}.").ConfigureAwait(false);
            await Terminal.Out.WriteLineAsync(package.File).ConfigureAwait(false);
        }

        return ExitCodes.Fine;
    }
}
