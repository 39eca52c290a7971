namespace GoToolchain.Locating.Places;

/// <summary>
/// Directories at home in which people unpack Go. <c>~/go</c> is GOPATH by default, so it counts only when it looks like a GOROOT.
/// </summary>
internal sealed class HomeDirectoryPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.HomeDirectory;

    public IEnumerable<GoSighting> Look(HostMachine host)
    {
        var home = host.HomeDirectory;
        var goPath = Path.Combine(home, "go");
        return
        [
            .. PlaceDirectory.IfThere(Path.Combine(home, "go-sdk")),
            .. PlaceDirectory.IfThere(Path.Combine(home, ".local", "go")),
            .. GoRootShape.Is(goPath) ? [new GoSighting(goPath, goPath)] : Array.Empty<GoSighting>(),
        ];
    }
}
