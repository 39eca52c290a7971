namespace GoToolchain.Locating.Places;

/// <summary>The <c>go</c> of Guix's profiles: <c>bin/go</c> leads to <c>/gnu/store/HASH-go-X.Y.Z/lib/go</c>. As for Nix, the store itself is not listed.</summary>
internal sealed class GuixPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Guix;

    public PlaceNote Note { get; } =
        new(
            [
                "$GUIX_ENVIRONMENT/bin/go",
                "$GUIX_PROFILE/bin/go",
                "~/.guix-profile/bin/go",
                "~/.guix-home/profile/bin/go",
                "/run/current-system/profile/bin/go",
            ],
            "the GOROOT that this command is in, usually `/gnu/store/HASH-go-X.Y.Z/lib/go`; the store itself is not listed"
        );

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        Profile.Look(
            "/gnu/store",
            new[]
            {
                host.DirectoryOf("GUIX_ENVIRONMENT"),
                host.DirectoryOf("GUIX_PROFILE"),
                host.AtHome(".guix-profile"),
                host.AtHome(".guix-home/profile"),
                host.Rooted("/run/current-system/profile"),
            }.OfType<string>(),
            host
        );
}
