namespace GoToolchain.Locating.Places;

/// <summary>
/// The snap <c>go</c>: each revision is a mounted image, and <c>current</c> links to the one in use. <c>/snap/bin/go</c> is a link to the launcher
/// <c>snap</c> (golang/vscode-go#166).
/// </summary>
internal sealed class SnapPlace : IGoPlace
{
    // Fedora and others have no /snap.
    private static readonly string[] s_mounts = ["/snap/go", "/var/lib/snapd/snap/go"];

    public GoOrigin Origin => GoOrigin.Snap;

    public PlaceNote Note { get; } =
        new(
            ["/snap/go/current", "/snap/go/REVISION", "/var/lib/snapd/snap/go/current", "/var/lib/snapd/snap/go/REVISION"],
            "a revision is a number, with an `x` before it when it was installed from a file"
        );

    public IEnumerable<GoSighting> Look(HostMachine host) => host.Platform.IsWindows ? [] : s_mounts.Select(host.Rooted).SelectMany(LookIn);

    // The one that survives an update first.
    private static IEnumerable<GoSighting> LookIn(string snap) =>
        PlaceDirectory.Children(snap, IsRevision).OrderByDescending(static sighting => Path.GetFileName(sighting.Root) is "current");

    private static bool IsRevision(ReadOnlySpan<char> name) =>
        name is "current" || char.IsAsciiDigit(name[0]) || GoNames.IsVersion(name, "x");
}
