namespace GoToolchain.Locating.Places;

/// <summary>MacPorts' port <c>go</c>, below its usual prefix.</summary>
internal sealed class MacPortsPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.MacPorts;

    public PlaceNote Note { get; } = new(["/opt/local/lib/go"], "the directory, or a link in its place");

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        host.Platform.IsWindows ? [] : PlaceDirectory.IfThere(host.Rooted("/opt/local/lib/go"));
}
