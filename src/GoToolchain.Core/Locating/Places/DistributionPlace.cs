namespace GoToolchain.Locating.Places;

/// <summary>
/// Packages of the distributions: <c>/usr/lib/go-1.N</c> (Debian, Ubuntu), <c>/usr/lib/go</c> (Arch, Alpine; Debian's default version),
/// <c>/usr/lib/golang</c> (Fedora, RHEL).
/// </summary>
internal sealed class DistributionPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Distribution;

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        host.Platform.IsWindows ? [] : PlaceDirectory.Children(host.Rooted("/usr/lib"), IsPackage, root => new GoSighting(root, root));

    private static bool IsPackage(string name) =>
        name is "go" or "golang" || (name.StartsWith("go-", StringComparison.Ordinal) && name.Length > 3 && char.IsAsciiDigit(name[3]));
}
