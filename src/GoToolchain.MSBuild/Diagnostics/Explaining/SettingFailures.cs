using GoToolchain.MSBuild.Diagnostics.Places;
using GoToolchain.MSBuild.Diagnostics.Reading;

namespace GoToolchain.MSBuild.Diagnostics.Explaining;

/// <summary>Files and flags that say how to build are not valid.</summary>
internal static class SettingFailures
{
    public static IReadOnlyList<FailureKind> All { get; } =
    [
        new(GoErrorCodes.ModuleFileInvalid, "updates to go.mod needed", "updates to go.sum needed")
        {
            Cure = (_, site) => $"Run {MessageText.Run("mod tidy", site.ModuleDirectory)}, and commit go.mod and go.sum.",
        },
        new(GoErrorCodes.ModuleFileInvalid, ": replacement directory … does not exist", ": reading … /go.mod: open ", "reading ../")
        {
            Cure = (_, site) =>
                $"The directory of a replace line starts at {site.ModuleDirectory}: check it out there, or correct the line.",
            Place = Replaced,
        },
        new(GoErrorCodes.ModuleFileInvalid, "contained in a module that is not one of the workspace modules")
        {
            Cure = (_, site) =>
                $"Run {MessageText.Run("work use .", site.ModuleDirectory)}, or build the item without the workspace: Env=\"GOWORK=off\".",
            Place = (_, site) => ModulePlaces.WorkFile(site.Directory) is { } work ? new FilePlace(work) : null,
        },
        new(
            GoErrorCodes.ModuleFileInvalid,
            " listed in go.work file",
            "go.work file requires go",
            "go: open … /go.mod: ",
            "go: open … \\go.mod: "
        )
        {
            Cure = (report, site) =>
                report.Head.Contains("but go.work lists go", StringComparison.Ordinal)
                    ? $"Run {MessageText.Run("work use", site.ModuleDirectory)}: it raises the go line of go.work."
                    : "Correct the use line of go.work, or check the module out there.",
            Place = Used,
        },
        new(GoErrorCodes.ModuleFileInvalid, "malformed go.sum", "go.mod file not found", "unknown directive: ", "errors parsing go."),
        new(GoErrorCodes.BuildFlagsRefused, "parsing $GOFLAGS")
        {
            Cure = (_, _) =>
                "GOFLAGS is a variable of the environment, of the item's Env, or of the go/env file: `gotoolchain env explain` shows which.",
        },
        new(GoErrorCodes.BuildFlagsRefused, "-race requires cgo")
        {
            Cure = (_, _) => "Set CgoEnabled to true on the item; a C compiler is needed then.",
        },
        new(
            GoErrorCodes.BuildFlagsRefused,
            "flag provided but not defined",
            "flag needs an argument: ",
            "invalid value \" … for flag -",
            "-race is not supported on ",
            "-buildmode= … not supported on ",
            "requires external (cgo) linking, but cgo is not enabled",
            "unsupported GOOS/GOARCH pair",
            "reading overlay",
            "invalid GOAMD64",
            "invalid GOARM"
        )
        {
            Cure = (report, _) =>
                report.Text.Contains("usage: link ", StringComparison.Ordinal) ? "Correct LdFlags on the item, or -ldflags in GOFLAGS."
                : report.Text.Contains("usage: compile ", StringComparison.Ordinal) ? "Correct GcFlags on the item, or -gcflags in GOFLAGS."
                : null,
        },
        new(GoErrorCodes.VersionControlFailed, "error obtaining VCS status")
        {
            Cure = (_, _) =>
                "Set BuildVcs to false on the item, or let git read the repository: `git status` there says why it cannot (safe.directory, a broken clone).",
        },
    ];

    private static FilePlace? Replaced(GoReport report, GoBuildSite site) =>
        MessageText.WordAfter(report.Text, "replacement directory ") is { } directory ? ModulePlaces.Replacement(site.ModuleFile, directory)
        : MessageText.WordAfter(report.Text, "reading ") is { } file && file.EndsWith("/go.mod", StringComparison.Ordinal)
            ? ModulePlaces.Replacement(site.ModuleFile, file[..^"/go.mod".Length])
        : null;

    private static FilePlace? Used(GoReport report, GoBuildSite site)
    {
        if (ModulePlaces.WorkFile(site.Directory) is not { } work)
        {
            return null;
        }

        if (report.Head.Contains("but go.work lists go", StringComparison.Ordinal))
        {
            return ModulePlaces.GoLine(work);
        }

        var file = MessageText.WordAfter(report.Head, "open ");
        return file is null ? null : ModulePlaces.Use(work, Path.GetDirectoryName(site.Resolve(file)) ?? site.Directory);
    }
}
