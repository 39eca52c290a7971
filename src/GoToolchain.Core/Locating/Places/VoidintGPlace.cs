namespace GoToolchain.Locating.Places;

/// <summary>
/// g of voidint. It unpacks to <c>versions/go</c>, renames that, and lets <c>~/.g/go</c> lead to the version in use. <c>G_HOME</c> counts for it only
/// when <c>G_EXPERIMENTAL</c> is <c>true</c> (voidint/g, cli/cli.go).
/// </summary>
internal sealed class VoidintGPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.VoidintG;

    public PlaceNote Note { get; } =
        new(
            ["$G_HOME/versions/X.Y.Z", "~/.g/versions/X.Y.Z", "~/.g/go"],
            "every directory in there; `versions/go` is one that it did not unpack to its end. `G_HOME` counts with `G_EXPERIMENTAL=true`"
        );

    public IEnumerable<GoSighting> Look(HostMachine host) => Homes(host).Where(Directory.Exists).SelectMany(LookIn);

    private static IEnumerable<string> Homes(HostMachine host) =>
        "true".Equals(host.GetVariable("G_EXPERIMENTAL"), StringComparison.OrdinalIgnoreCase)
            ? host.DirectoriesOf("G_HOME", host.AtHome(".g"))
            : [host.AtHome(".g")];

    private static IEnumerable<GoSighting> LookIn(string home) =>
        [
            .. PlaceDirectory.Children(Path.Join(home, "versions"), static _ => true, ToSighting),
            .. PlaceDirectory.IfThere(Path.Join(home, "go")),
        ];

    private static GoSighting ToSighting(string root) =>
        Path.GetFileName(root) is "go"
            ? new GoSighting(root, root)
            {
                Doubt = GoVerdict.Incomplete,
                Reason = $"{root} was left by g, which had not unpacked it to its end.",
            }
            : PlaceDirectory.ToSighting(root);
}
