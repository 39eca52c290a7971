namespace GoToolchain.Locating.Places;

/// <summary>
/// Homebrew's formulas <c>go</c> and <c>go@1.N</c>. Each version is a keg in <c>Cellar</c>, with its GOROOT in <c>libexec</c>; <c>opt</c> links to the
/// one in use (Homebrew's Formula/g/go.rb).
/// </summary>
internal sealed class HomebrewPlace : IGoPlace
{
    private static readonly string[] s_prefixes = ["/opt/homebrew", "/usr/local", "/home/linuxbrew/.linuxbrew"];

    public GoOrigin Origin => GoOrigin.Homebrew;

    public PlaceNote Note { get; } =
        new(
            [
                "$HOMEBREW_PREFIX/opt/go/libexec",
                .. s_prefixes.SelectMany(prefix =>
                    (string[])
                        [
                            $"{prefix}/opt/go/libexec",
                            $"{prefix}/opt/go@1.N/libexec",
                            $"{prefix}/Cellar/go/X.Y.Z/libexec",
                            $"{prefix}/Cellar/go@1.N/X.Y.Z/libexec",
                        ]
                ),
            ],
            "the formula `go` or `go@1.N`; the stable link in `opt` names what it leads to"
        );

    public IEnumerable<GoSighting> Look(HostMachine host)
    {
        if (host.Platform.IsWindows)
        {
            return [];
        }

        var prefixes = s_prefixes.Select(host.Rooted);
        return host.DirectoryOf("HOMEBREW_PREFIX") is { } named
            ? prefixes.Prepend(named).Distinct(StringComparer.Ordinal).SelectMany(LookIn)
            : prefixes.SelectMany(LookIn);
    }

    private static IEnumerable<GoSighting> LookIn(string prefix)
    {
        var cellar = Path.Join(prefix, "Cellar");
        return !Directory.Exists(cellar)
            ? []
            :
            [
                .. PlaceDirectory.Children(Path.Join(prefix, "opt"), IsFormula, "libexec").Where(IsThere),
                .. PlaceDirectory
                    .List(cellar, IsFormula, out _)
                    .SelectMany(formula => PlaceDirectory.Children(formula, static name => char.IsAsciiDigit(name[0]), "libexec")),
            ];
    }

    private static bool IsFormula(ReadOnlySpan<char> name) => name is "go" || GoNames.IsVersion(name, "go@");

    // Before 1.N had `libexec`, and while a formula is being replaced, there is none.
    private static bool IsThere(GoSighting keg) => keg.Doubt is not null || Directory.Exists(keg.Root);
}
