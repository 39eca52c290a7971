namespace GoToolchain.Locating.Places;

/// <summary>
/// g of stefanmaric. It keeps versions in <c>.versions</c> of a GOROOT (<c>~/.go</c> by default) and copies the one in use over that GOROOT; a file
/// <c>g.lock</c> is in a version until it is unpacked (stefanmaric/g, bin/g).
/// </summary>
internal sealed class StefanmaricGPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.StefanmaricG;

    public PlaceNote Note { get; } =
        new(
            ["$GOROOT/.versions/X.Y.Z", "~/.go/.versions/X.Y.Z", "~/.go"],
            "not complete while `g.lock` is in it; `~/.go` when it looks like a GOROOT"
        );

    public IEnumerable<GoSighting> Look(HostMachine host)
    {
        var usual = host.AtHome(".go");
        return
        [
            .. host.DirectoriesOf("GOROOT", usual).SelectMany(LookIn),
            .. GoRootShape.Is(usual) ? [PlaceDirectory.ToSighting(usual)] : Array.Empty<GoSighting>(),
        ];
    }

    private static IEnumerable<GoSighting> LookIn(string root) =>
        PlaceDirectory.Children(Path.Join(root, ".versions"), static _ => true, ToSighting);

    private static GoSighting ToSighting(string root) =>
        File.Exists(Path.Join(root, "g.lock"))
            ? new GoSighting(root, root)
            {
                Doubt = GoVerdict.Incomplete,
                Reason = $"{root} was not unpacked to its end: the mark g.lock of g is still in it.",
            }
            : PlaceDirectory.ToSighting(root);
}
