namespace GoToolchain.Locating.Places;

/// <summary>
/// Packages of the distributions: <c>/usr/lib/go-1.N</c> (Debian, Ubuntu), <c>/usr/lib/go</c> (Arch, Alpine, Gentoo, Void; Debian's default
/// version), <c>/usr/lib/golang</c> (Fedora, RHEL, Amazon), <c>/usr/lib64/go/1.N</c> (openSUSE), <c>/usr/local/go1NN</c> (FreeBSD),
/// <c>/usr/pkg/go1NN</c> (pkgsrc of NetBSD and others).
/// </summary>
internal sealed class DistributionPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Distribution;

    public PlaceNote Note { get; } =
        new(
            ["/usr/lib/go-1.N", "/usr/lib/go", "/usr/lib/golang", "/usr/lib64/go/1.N", "/usr/local/go1NN", "/usr/pkg/go1NN"],
            "the name of the directory"
        );

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        host.Platform.IsWindows
            ? []
            :
            [
                .. PlaceDirectory.Children(host.Rooted("/usr/lib"), IsPackage),
                .. PlaceDirectory.Children(host.Rooted("/usr/lib64/go"), static name => GoNames.IsVersion(name, "")),
                .. PlaceDirectory.Children(host.Rooted("/usr/local"), static name => GoNames.IsVersion(name, "go")),
                .. PlaceDirectory.Children(host.Rooted("/usr/pkg"), static name => GoNames.IsVersion(name, "go")),
            ];

    private static bool IsPackage(ReadOnlySpan<char> name) => name is "go" or "golang" || GoNames.IsVersion(name, "go-");
}
