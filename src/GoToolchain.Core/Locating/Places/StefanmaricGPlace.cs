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
        return host.DirectoriesOf("GOROOT", usual).Where(Directory.Exists).SelectMany(root => LookIn(root, isOwn: root == usual));
    }

    private static IEnumerable<GoSighting> LookIn(string root, bool isOwn) =>
        [
            .. PlaceDirectory.Children(Path.Join(root, ".versions"), static _ => true, ToSighting),
            .. isOwn && GoRootShape.Is(root) ? [PlaceDirectory.ToSighting(root)] : Array.Empty<GoSighting>(),
        ];

    private static GoSighting ToSighting(string root) =>
        File.Exists(Path.Join(root, "g.lock"))
            ? new GoSighting(root, root)
            {
                Doubt = GoVerdict.Incomplete,
                Reason = $"{root} was not unpacked to its end: the mark g.lock of g is still in it.",
            }
            : PlaceDirectory.ToSighting(root);
}
