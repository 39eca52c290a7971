namespace GoToolchain.Fixtures;

/// <summary>
/// Programs written in Go by others, with what they import, from the distribution's packages <c>golang-*-dev</c>; and SQLite, to which one of
/// them is a binding. About 5 MB are fetched and 36 MB kept, once per checkout. They go with the Go of the same distribution: <c>stringer</c> of
/// Debian 12 crashes when it reads packages of Go 1.23.
/// </summary>
public static class DistributionGoSources
{
    private static readonly string[] s_packages =
    [
        "golang-golang-x-tools-dev",
        "golang-golang-x-mod-dev",
        "golang-golang-x-sys-dev",
        "golang-mvdan-sh-dev",
        "golang-mvdan-editorconfig-dev",
        "golang-github-google-renameio-dev",
        "golang-github-pkg-diff-dev",
        "golang-golang-x-term-dev",
        "golang-github-itchyny-gojq-dev",
        "golang-github-itchyny-timefmt-go-dev",
        "golang-github-mattn-go-isatty-dev",
        "golang-github-mattn-go-runewidth-dev",
        "golang-github-rivo-uniseg-dev",
        "golang-gopkg-yaml.v3-dev",
        "golang-github-mattn-go-sqlite3-dev",
        "libsqlite3-dev",
        "libsqlite3-0",
    ];

    /// <summary>Gets them.</summary>
    /// <param name="cancel">Ends it.</param>
    /// <returns>The root of the packages' files, with <c>usr</c> in it; or why they are not to be had.</returns>
    public static Task<UnpackedPackages> EnsureAsync(CancellationToken cancel) =>
        DistributionPackages.UnpackAsync("go-sources", s_packages, cancel);
}
