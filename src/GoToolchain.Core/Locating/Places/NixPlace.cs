namespace GoToolchain.Locating.Places;

/// <summary>
/// The <c>go</c> of Nix's profiles: <c>bin/go</c> leads to <c>/nix/store/HASH-go-X.Y.Z/share/go</c>. The store itself is not listed: it may have a
/// hundred thousand entries, and what no profile holds may be collected at any time.
/// </summary>
internal sealed class NixPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Nix;

    public PlaceNote Note { get; } =
        new(
            [
                "$NIX_PROFILES/bin/go",
                "~/.nix-profile/bin/go",
                "$XDG_STATE_HOME/nix/profile/bin/go",
                "~/.local/state/nix/profile/bin/go",
                "/etc/profiles/per-user/$USER/bin/go",
                "/run/current-system/sw/bin/go",
                "/nix/var/nix/profiles/default/bin/go",
            ],
            "the GOROOT that this command is in, usually `/nix/store/HASH-go-X.Y.Z/share/go`; the store itself is not listed"
        );

    public IEnumerable<GoSighting> Look(HostMachine host) => Profile.Look("/nix/store", Profiles(host), host);

    private static IEnumerable<string> Profiles(HostMachine host)
    {
        // Separated by spaces; the store allows none in its names.
        var named = (host.GetVariable("NIX_PROFILES") ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified);
        string[] usual =
        [
            host.AtHome(".nix-profile"),
            Path.Join(host.DirectoryOf("XDG_STATE_HOME") ?? host.AtHome(".local/state"), "nix", "profile"),
            .. host.GetVariable("USER") is { } user && !user.Contains('/', StringComparison.Ordinal)
                ? [host.Rooted("/etc/profiles/per-user/" + user)]
                : Array.Empty<string>(),
            host.Rooted("/run/current-system/sw"),
            host.Rooted("/nix/var/nix/profiles/default"),
        ];
        return named.Concat(usual);
    }
}
