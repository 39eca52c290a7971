using GoToolchain.Locating.Places;
using GoToolchain.Versions.ProjectFiles;

namespace GoToolchain.Locating.Launchers;

/// <summary>
/// A shim of goenv: a script in <c>$GOENV_ROOT/shims</c> that ends with <c>exec …/goenv exec</c> (go-nv/goenv, libexec/goenv-rehash). What chooses is
/// <c>GOENV_VERSION</c>, the nearest <c>.go-version</c>, <c>$GOENV_ROOT/version</c>.
/// </summary>
internal sealed class GoenvShim : ILauncher
{
    private const string Root = "export GOENV_ROOT=\"";

    public LauncherAnswer? Explain(LauncherFile file, LauncherSearch search)
    {
        if (RootOf(file, search.Host) is not { } root)
        {
            return null;
        }

        var global = Path.Join(root, "version");
        var choice =
            search.FromVariable("GOENV_VERSION")
            ?? search.FromProject(GoVersionFile.Find)
            ?? (ProjectText.Read(global) is { } text ? GoVersionFile.Parse(text, global) : null);
        return Shim.Answer(file, "goenv", choice, GoenvPlace.Installed(root));
    }

    // The shim carries the directory of the goenv that wrote it; a place says the same where it does not.
    private static string? RootOf(LauncherFile file, HostMachine host)
    {
        var start = file.Text.IndexOf(Root, StringComparison.Ordinal);
        if (start >= 0 && file.Text.IndexOf('"', start + Root.Length) is > 0 and var end)
        {
            var root = file.Text[(start + Root.Length)..end];
            return LauncherFile.IsPath(root) ? root : null;
        }

        return GoenvPlace.Roots(host).FirstOrDefault(root => file.IsIn(Path.Join(root, "shims")));
    }
}
