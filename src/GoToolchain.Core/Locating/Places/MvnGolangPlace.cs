namespace GoToolchain.Locating.Places;

/// <summary>The plugin mvn-golang of Maven (raydac/mvn-golang).</summary>
internal sealed class MvnGolangPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.MvnGolang;

    public PlaceNote Note { get; } = new(["~/.mvnGoLang/goX.Y.Z.OS-ARCH"], "`go` and a digit");

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        PlaceDirectory.Children(host.AtHome(".mvnGoLang"), static name => GoNames.IsVersion(name, "go"));
}
