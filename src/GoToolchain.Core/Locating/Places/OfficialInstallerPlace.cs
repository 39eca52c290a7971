namespace GoToolchain.Locating.Places;

/// <summary>Where go.dev's installers and its instructions put Go (https://go.dev/doc/install); <c>C:\Go</c> up to 1.16.</summary>
internal sealed class OfficialInstallerPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.OfficialInstaller;

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        host.Platform.IsWindows ? LookOnWindows(host) : PlaceDirectory.IfThere(host.Rooted("/usr/local/go"));

    private static IEnumerable<GoSighting> LookOnWindows(HostMachine host) =>
        new[] { ("ProgramFiles", "Go"), ("ProgramFiles(x86)", "Go"), ("SystemDrive", "\\Go") }.SelectMany(place =>
            host.GetVariable(place.Item1) is { } directory ? PlaceDirectory.IfThere(Path.Join(directory, place.Item2)) : []
        );
}
