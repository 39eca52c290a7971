namespace GoToolchain.Locating.Places;

/// <summary>
/// Where IDEs put the SDK that they download: GoLand and IntelliJ IDEA offer <c>~/go/goX.Y.Z</c>, and <c>~/sdk/goX.Y.Z</c> where
/// <c>golang.org/dl</c> has left something. The user may choose any other directory; the list of those is in the settings of the IDE, which are not
/// read.
/// </summary>
internal sealed class IdePlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Ide;

    public PlaceNote Note { get; } =
        new(["~/go/goX.Y.Z", "~/sdk/goX.Y.Z"], "the name of the directory; in `~/sdk`, that `golang.org/dl` has left no trace in it");

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        [
            .. PlaceDirectory.Children(host.AtHome("go"), static name => GoNames.IsVersion(name, "go")),
            .. PlaceDirectory.Children(
                host.AtHome("sdk"),
                static name => GoNames.IsVersion(name, "go"),
                static root => Directory.Exists(root) && GoDlPlace.IsForeign(root) ? PlaceDirectory.ToSighting(root) : null
            ),
        ];
}
