using GoToolchain.Versions.ProjectFiles;

namespace GoToolchain.Locating.Launchers;

/// <summary>What a shim of a version manager starts: the version that somebody chose, among those that the manager has installed.</summary>
internal static class Shim
{
    /// <summary>The words for a shim, with the Go that it starts when a version is chosen and installed.</summary>
    /// <param name="file">The shim.</param>
    /// <param name="manager">The name of its manager.</param>
    /// <param name="choice">What chooses; null: nothing.</param>
    /// <param name="installed">What the manager has installed.</param>
    public static LauncherAnswer Answer(LauncherFile file, string manager, VersionStatement? choice, IEnumerable<GoSighting> installed)
    {
        var shim = $"{file.Path} is a shim of {manager}";
        if (choice is null)
        {
            return new LauncherAnswer(GoVerdict.Launcher, $"{shim}, and nothing chooses a Go for it here.");
        }

        if (choice.Spec.Kind == GoVersionSpecKind.System)
        {
            return new LauncherAnswer(GoVerdict.Launcher, $"{shim}; {choice.Place} chooses the Go of the system.");
        }

        var versions = new Dictionary<GoVersion, string>();
        foreach (var root in installed.Where(sighting => sighting.Doubt is null).Select(sighting => sighting.Root))
        {
            // Some managers put one more directory, named `go`, around the tree.
            var name = Path.GetFileName(root) is "go" ? Path.GetFileName(Path.GetDirectoryName(root)!) : Path.GetFileName(root);
            if (GoNames.VersionOf(name) is { } version)
            {
                versions.TryAdd(version, root);
            }
        }

        return choice.Spec.Choose(versions.Keys) is { } chosen
            ? new LauncherAnswer(
                GoVerdict.Launcher,
                $"{shim}; {choice.Place} chooses {choice.Spec}, so it starts the one in {versions[chosen]}.",
                versions[chosen]
            )
            : new LauncherAnswer(GoVerdict.Launcher, $"{shim}; {choice.Place} chooses {choice.Spec}, which {manager} has not installed.");
    }
}
