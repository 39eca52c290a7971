namespace GoToolchain.Locating.Places;

/// <summary>gvm (moovweb/gvm). <c>gos/system</c> is its word for a Go of the system, and holds none.</summary>
internal sealed class GvmPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Gvm;

    public PlaceNote Note { get; } = new(["$GVM_ROOT/gos/goX.Y.Z", "~/.gvm/gos/goX.Y.Z"], "every directory in there but `system`");

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        host.DirectoriesOf("GVM_ROOT", host.AtHome(".gvm"))
            .SelectMany(root => PlaceDirectory.Children(Path.Join(root, "gos"), static name => name is not "system"));
}
