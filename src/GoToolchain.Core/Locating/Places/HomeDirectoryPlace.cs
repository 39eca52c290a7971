namespace GoToolchain.Locating.Places;

/// <summary>
/// Directories at home in which people unpack Go. <c>~/go</c> is GOPATH by default, so it counts only when it looks like a GOROOT.
/// </summary>
internal sealed class HomeDirectoryPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.HomeDirectory;

    public PlaceNote Note { get; } =
        new(["~/go-sdk", "~/.local/go", "~/go"], "the name; `~/go`, which is GOPATH by default, only with `pkg/tool` or `VERSION` in it");

    public IEnumerable<GoSighting> Look(HostMachine host)
    {
        var goPath = host.AtHome("go");
        return
        [
            .. PlaceDirectory.IfThere(host.AtHome("go-sdk")),
            .. PlaceDirectory.IfThere(host.AtHome(".local/go")),
            .. GoRootShape.Is(goPath) ? [PlaceDirectory.ToSighting(goPath)] : Array.Empty<GoSighting>(),
        ];
    }
}
