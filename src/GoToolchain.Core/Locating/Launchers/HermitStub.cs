using GoToolchain.Locating.Places;

namespace GoToolchain.Locating.Launchers;

/// <summary>
/// <c>bin/go</c> of a project that uses hermit: a link to <c>.go-X.Y.Z.pkg</c>, which links to the script <c>hermit</c>. The name in between chooses
/// (https://cashapp.github.io/hermit).
/// </summary>
internal sealed class HermitStub : ILauncher
{
    public LauncherAnswer? Explain(LauncherFile file, LauncherSearch search)
    {
        if (file.TargetName is not "hermit" || Path.GetFileName(new FileInfo(file.Path).LinkTarget) is not { Length: > 5 } stub)
        {
            return null;
        }

        // `.go-1.24.4.pkg` or, for a channel, `.go@1.24.pkg`
        var package = Path.GetFileNameWithoutExtension(stub).TrimStart('.');
        var root = HermitPlace
            .StateDirectories(search.Host)
            .Select(state => Path.Join(state, "pkg", package))
            .FirstOrDefault(Directory.Exists);
        return root is null
            ? new LauncherAnswer(GoVerdict.Launcher, $"{file.Path} is a stub of hermit for {package}, which hermit has not installed.")
            : new LauncherAnswer(GoVerdict.Launcher, $"{file.Path} is a stub of hermit; it starts the Go in {root}.", root);
    }
}
