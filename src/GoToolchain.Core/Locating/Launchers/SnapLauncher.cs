using GoToolchain.Locating.Places;

namespace GoToolchain.Locating.Launchers;

/// <summary><c>/snap/bin/go</c>: a link to the program <c>snap</c>, which looks at the name that it is called by and starts the snap of that name.</summary>
internal sealed class SnapLauncher : ILauncher
{
    public LauncherAnswer? Explain(LauncherFile file, LauncherSearch search) =>
        file.TargetName is not "snap" ? null
        : new SnapPlace().Look(search.Host).FirstOrDefault() is { } snap
            ? new LauncherAnswer(GoVerdict.Launcher, $"{file.Path} is the launcher of snap; it starts the Go in {snap.Root}.", snap.Root)
        : new LauncherAnswer(GoVerdict.Launcher, $"{file.Path} is the launcher of snap, and no snap named go is mounted.");
}
