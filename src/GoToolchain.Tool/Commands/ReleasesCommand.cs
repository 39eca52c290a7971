using System.CommandLine;
using GoToolchain.Sources;
using GoToolchain.Store;
using GoToolchain.Tool.CommandLine;
using GoToolchain.Tool.Output;
using GoToolchain.Tool.Output.Json;

namespace GoToolchain.Tool.Commands;

/// <summary><c>releases</c>: what the sources offer.</summary>
internal sealed class ReleasesCommand : ToolCommand
{
    private readonly Argument<string?> _spec = new("SPEC")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "Only versions that fit, for example 1.24 or '>=1.22 <1.25'",
    };

    private readonly Option<bool> _all = new("--all")
    {
        Description = "Every release, not only the newest of each line",
        Arity = ArgumentArity.Zero,
    };

    public ReleasesCommand(ToolContext context, GlobalOptions settings)
        : base("releases", "List what the sources offer for this machine", context, settings)
    {
        Arguments.Add(_spec);
        Options.Add(_all);
    }

    public override string Details =>
        "Newest first. Without SPEC, only the newest release of each line (1.24, 1.23, …) that a source has; with SPEC, all that fit.";

    public override IReadOnlyList<Example> Examples =>
        [
            new("gotoolchain releases", "the newest of each line"),
            new("gotoolchain releases 1.24", "all of 1.24"),
            new("gotoolchain releases --source apt", "what the distribution has"),
        ];

    public override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var spec = SpecOf(parsed, _spec);
        var manager = CreateManager(parsed);
        var offered = await manager.ListReleasesAsync(spec, cancel).ConfigureAwait(false);
        if (offered.Releases.Count == 0)
        {
            throw new GoToolchainException(
                GoErrorCodes.NoSource,
                spec is null ? "No source offers a release for this machine." : $"No source offers a release that fits `{spec}`.",
                nextStep: "Ask for another version, or another source with --source, GOTC_SOURCES, --mirror or GOTC_MIRROR."
            )
            {
                Sources = offered.Failures,
            };
        }

        var shown = spec is not null || parsed.GetValue(_all) ? offered.Releases : NewestOfEachLine(offered.Releases);
        var store = new StoreLayout(manager.Settings.Store);
        if (WantsJson(parsed))
        {
            JsonAnswer.Write(
                new ReleasesDocument(
                    spec,
                    manager.Options.Host.Platform.ToString(),
                    [.. shown.Select(release => ReleaseMember.Of(release, IsInstalled(store, release)))],
                    [.. offered.Failures.Select(SourceFailureMember.Of)]
                )
            );
            return ExitCodes.Fine;
        }

        WriteTable(shown, store);
        foreach (var failure in offered.Failures)
        {
            await Terminal.Error.WriteLineAsync($"{failure.Source} could not answer: {failure.Reason}").ConfigureAwait(false);
        }

        if (offered.Releases.Count - shown.Count is > 0 and var older)
        {
            await Terminal
                .Error.WriteLineAsync($"{Words.Count(older)} older ones are not shown; `--all` shows them.")
                .ConfigureAwait(false);
        }

        return ExitCodes.Fine;
    }

    private void WriteTable(IReadOnlyList<GoRelease> shown, StoreLayout store)
    {
        var table = new Table(
            new TableColumn("VERSION"),
            new TableColumn("PLATFORM"),
            new TableColumn("SIZE", IsNumber: true),
            new TableColumn("INSTALLED"),
            new TableColumn("SOURCE", IsLong: true)
        );
        foreach (var release in shown)
        {
            var installed = IsInstalled(store, release);
            table.Add(
                emphasis: installed,
                release.Version.ToString(),
                release.Platform.ToString(),
                Words.Size(release.Size),
                installed ? "yes" : "-",
                release.Source
            );
        }

        table.Write(Terminal.Out, Terminal.OutWidth, new Paint(Terminal.IsOutLively));
    }

    private static List<GoRelease> NewestOfEachLine(IReadOnlyList<GoRelease> newestFirst) =>
        [.. newestFirst.DistinctBy(release => (release.Source, release.Version.Line))];

    // A name under toolchains/ is a complete toolchain, or is not there.
    private static bool IsInstalled(StoreLayout store, GoRelease release) => Directory.Exists(store.Toolchain(release.ToolchainName));
}
