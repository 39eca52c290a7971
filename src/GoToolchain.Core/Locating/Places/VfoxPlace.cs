namespace GoToolchain.Locating.Places;

/// <summary>vfox, with its plugin golang; before 1.0 its directory was <c>~/.version-fox</c>.</summary>
internal sealed class VfoxPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Vfox;

    public PlaceNote Note { get; } =
        new(
            [
                "$VFOX_HOME/cache/golang/v-X.Y.Z/golang-X.Y.Z",
                "~/.vfox/cache/golang/v-X.Y.Z/golang-X.Y.Z",
                "~/.version-fox/cache/golang/v-X.Y.Z/golang-X.Y.Z",
            ],
            "`v-` and a digit, and in it `golang-` and a digit"
        );

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        host.DirectoriesOf("VFOX_HOME", host.AtHome(".vfox"))
            .Append(host.AtHome(".version-fox"))
            .SelectMany(home =>
                PlaceDirectory.List(Path.Join(home, "cache", "golang"), static name => GoNames.IsVersion(name, "v-"), out _)
            )
            .SelectMany(version => PlaceDirectory.Children(version, static name => GoNames.IsVersion(name, "golang-")));
}
