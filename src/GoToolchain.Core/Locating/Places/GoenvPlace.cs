namespace GoToolchain.Locating.Places;

/// <summary>goenv (go-nv/goenv, versions 2 and 3).</summary>
internal sealed class GoenvPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Goenv;

    public PlaceNote Note { get; } = new(["$GOENV_ROOT/versions/X.Y.Z", "~/.goenv/versions/X.Y.Z"], "every directory in there");

    public IEnumerable<GoSighting> Look(HostMachine host) => Roots(host).SelectMany(Installed);

    /// <summary>The directories in which goenv keeps everything.</summary>
    /// <param name="host">The machine.</param>
    public static IEnumerable<string> Roots(HostMachine host) => host.DirectoriesOf("GOENV_ROOT", host.AtHome(".goenv"));

    /// <summary>What it has installed.</summary>
    /// <param name="root">One of <see cref="Roots"/>.</param>
    public static IEnumerable<GoSighting> Installed(string root) => PlaceDirectory.Children(Path.Join(root, "versions"), static _ => true);
}
