namespace GoToolchain.Sources.Apt;

/// <summary>Versions of Debian packages; see deb-version(7).</summary>
internal static class DebianVersion
{
    private static readonly string[] s_preReleases = ["alpha", "beta", "rc"];

    /// <summary>
    /// The Go version inside the version of a package: 1.22.12 of <c>1.22.12-3~bpo12+1</c>, 1.24rc1 of <c>1.24~rc1-1</c>.
    /// </summary>
    /// <param name="version">The version of a <c>golang-1.N-go</c> package.</param>
    /// <returns>Null when there is none.</returns>
    public static GoVersion? ToGo(string version)
    {
        var upstream = version[(version.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var dash = upstream.LastIndexOf('-');
        upstream = dash < 0 ? upstream : upstream[..dash];

        // `~` sorts before everything, so Debian writes pre-releases with it; `+` marks a repacked original.
        upstream = upstream.Split('+')[0];
        var tilde = upstream.Split('~');
        upstream =
            tilde.Length > 1 && s_preReleases.Any(p => tilde[1].StartsWith(p, StringComparison.Ordinal)) ? tilde[0] + tilde[1] : tilde[0];
        return GoVersion.TryParse(upstream, out var parsed) ? parsed : null;
    }
}
