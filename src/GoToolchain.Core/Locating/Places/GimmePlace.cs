namespace GoToolchain.Locating.Places;

/// <summary>gimme (travis-ci/gimme).</summary>
internal sealed class GimmePlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Gimme;

    public PlaceNote Note { get; } =
        new(
            ["$GIMME_VERSION_PREFIX/goX.Y.Z.OS.ARCH", "~/.gimme/versions/goX.Y.Z.OS.ARCH"],
            "`go` and a digit; `go` alone is a clone of Go's sources"
        );

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        host.DirectoriesOf("GIMME_VERSION_PREFIX", host.AtHome(".gimme/versions"))
            .SelectMany(versions => PlaceDirectory.Children(versions, static name => GoNames.IsVersion(name, "go")));
}
