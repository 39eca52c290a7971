namespace GoToolchain;

/// <summary>What people call the kinds of place.</summary>
public static class GoOriginNames
{
    /// <summary>A word or two for a table or a sentence: <c>PATH</c>, <c>golang.org/dl</c>, <c>goenv</c>.</summary>
    /// <param name="origin">The kind of place.</param>
    public static string ToName(this GoOrigin origin) =>
        origin switch
        {
            GoOrigin.Explicit => "named",
            GoOrigin.GoRootVariable => "GOROOT",
            GoOrigin.Store => "store",
            GoOrigin.SearchPath => "PATH",
            GoOrigin.OfficialInstaller => "installer",
            GoOrigin.Distribution => "distribution",
            GoOrigin.GoDl => "golang.org/dl",
            GoOrigin.HomeDirectory => "home",
            GoOrigin.Homebrew => "Homebrew",
            GoOrigin.MacPorts => "MacPorts",
            GoOrigin.Snap => "snap",
            GoOrigin.Scoop => "Scoop",
            GoOrigin.ModuleCache => "module cache",
            GoOrigin.Goenv => "goenv",
            GoOrigin.Gvm => "gvm",
            GoOrigin.VoidintG => "voidint/g",
            GoOrigin.StefanmaricG => "stefanmaric/g",
            GoOrigin.Asdf => "asdf",
            GoOrigin.Mise => "mise",
            GoOrigin.Proto => "proto",
            GoOrigin.ToolCache => "tool cache",
            GoOrigin.Gimme => "gimme",
            GoOrigin.MvnGolang => "mvn-golang",
            GoOrigin.Gogradle => "gogradle",
            GoOrigin.Pkgx => "pkgx",
            GoOrigin.Hermit => "hermit",
            GoOrigin.Vfox => "vfox",
            GoOrigin.Nix => "Nix",
            GoOrigin.Guix => "Guix",
            GoOrigin.Conda => "Conda",
            GoOrigin.Termux => "Termux",
            GoOrigin.Ide => "IDE",
            _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "No such kind of place."),
        };
}
