namespace GoToolchain.Locating.Places;

/// <summary>Scoop, a package manager of Windows: each version has a directory, and <c>current</c> is a junction to the one in use.</summary>
internal sealed class ScoopPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Scoop;

    public PlaceNote Note { get; } =
        new(
            [
                @"%SCOOP%\apps\go\current",
                @"%SCOOP%\apps\go\X.Y.Z",
                @"~\scoop\apps\go\current",
                @"%SCOOP_GLOBAL%\apps\go\current",
                @"%ProgramData%\scoop\apps\go\current",
            ],
            "the application `go`"
        );

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        host.Platform.IsWindows ? Roots(host).Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(LookIn) : [];

    private static IEnumerable<string> Roots(HostMachine host) =>
        new[]
        {
            host.DirectoryOf("SCOOP"),
            host.AtHome("scoop"),
            host.DirectoryOf("SCOOP_GLOBAL"),
            host.DirectoryOf("ProgramData") is { } data ? Path.Join(data, "scoop") : null,
        }.OfType<string>();

    // The one that survives an update first.
    private static IEnumerable<GoSighting> LookIn(string root) =>
        PlaceDirectory
            .Children(Path.Join(root, "apps", "go"), static name => name is "current" || char.IsAsciiDigit(name[0]))
            .OrderByDescending(static sighting => Path.GetFileName(sighting.Root) is "current");
}
