namespace GoToolchain.Locating.Places;

/// <summary>
/// Where go.dev's installers and its instructions put Go (https://go.dev/doc/install); <c>C:\Go</c> up to 1.16. winget and Chocolatey run the same
/// installer.
/// </summary>
internal sealed class OfficialInstallerPlace : IGoPlace
{
    private static readonly (string Variable, string Path)[] s_windows =
    [
        ("ProgramFiles", "Go"),
        ("ProgramFiles(x86)", "Go"),
        ("SystemDrive", "/Go"),
    ];

    public GoOrigin Origin => GoOrigin.OfficialInstaller;

    public PlaceNote Note { get; } =
        new(
            ["/usr/local/go", @"%ProgramFiles%\Go", @"%ProgramFiles(x86)%\Go", @"%SystemDrive%\Go"],
            "the directory, or a link in its place"
        );

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        host.Platform.IsWindows
            ? s_windows.SelectMany(place =>
                host.GetVariable(place.Variable) is { } directory
                    ? PlaceDirectory.IfThere(Path.GetFullPath(Path.Join(directory, place.Path)))
                    : []
            )
            : PlaceDirectory.IfThere(host.Rooted("/usr/local/go"));
}
