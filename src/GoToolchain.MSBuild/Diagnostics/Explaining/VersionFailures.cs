using GoToolchain.MSBuild.Diagnostics.Places;
using GoToolchain.MSBuild.Diagnostics.Reading;

namespace GoToolchain.MSBuild.Diagnostics.Explaining;

/// <summary>A module is written for a newer Go than the one that builds it.</summary>
internal static class VersionFailures
{
    private static readonly string[] s_beforeVersion = [" requires go >= ", "note: module requires Go ", "invalid go version '"];

    public static IReadOnlyList<FailureKind> All { get; } =
    [
        new(
            GoErrorCodes.GoTooOld,
            " requires go >= … (running go ",
            "note: module requires Go ",
            // Go before 1.21 does not know patch numbers, and each knows only the directives of its time.
            "invalid go version '1.",
            "unknown directive: toolchain",
            "unknown directive: tool",
            "unknown directive: ignore",
            "unknown directive: godebug"
        )
        {
            Cure = Cure,
            Place = Place,
        },
        new(GoErrorCodes.CompileError, " or later (-lang was set to ")
        {
            InSource = true,
            Cure = (report, site) =>
                MessageText.WordAfter(report.Head, "requires go") is { } version
                    ? $"Raise the go line of {site.ModuleFile} to {version}."
                    : null,
        },
    ];

    private static string Cure(GoReport report, GoBuildSite site)
    {
        var text = report.Text;
        var version =
            s_beforeVersion.Select(b => MessageText.WordAfter(text, b)).FirstOrDefault(v => v is not null)
            ?? ModulePlaces.GoVersion(report.Place is { } place ? site.Resolve(place.File) : site.ModuleFile);
        return $"Set GoToolchainVersion (or GoVersion on the item) to {version ?? "the version that the file names"} or newer, or leave it out: then go.mod decides.";
    }

    private static FilePlace? Place(GoReport report, GoBuildSite site)
    {
        if (report.Place is not null)
        {
            return null;
        }

        // go: go.mod requires …; go: module ../lib requires …; go: example.com/x@v1.2.3 requires …
        var text = report.Head;
        if (MessageText.WordAfter(text, "go: module ") is { } module && module.StartsWith('.'))
        {
            return ModulePlaces.GoLine(Path.Combine(site.Resolve(module), "go.mod"));
        }

        return MessageText.ModuleIn(text) is { } required ? ModulePlaces.Naming(site.ModuleFile, required.Module)
            : text.StartsWith("go: go.work ", StringComparison.Ordinal) && ModulePlaces.WorkFile(site.Directory) is { } work
                ? ModulePlaces.GoLine(work)
            : ModulePlaces.GoLine(site.ModuleFile);
    }
}
