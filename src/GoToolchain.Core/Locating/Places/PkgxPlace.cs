namespace GoToolchain.Locating.Places;

/// <summary>pkgx. Links such as <c>v1.24</c> and <c>v*</c> lead to versions.</summary>
internal sealed class PkgxPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Pkgx;

    public PlaceNote Note { get; } = new(["$PKGX_DIR/go.dev/vX.Y.Z", "~/.pkgx/go.dev/vX.Y.Z"], "`v` and a digit");

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        host.DirectoriesOf("PKGX_DIR", host.AtHome(".pkgx"))
            .SelectMany(home => PlaceDirectory.Children(Path.Join(home, "go.dev"), static name => GoNames.IsVersion(name, "v")));
}
