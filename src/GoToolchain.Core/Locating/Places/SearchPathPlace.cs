using GoToolchain.Locating.Launchers;

namespace GoToolchain.Locating.Places;

/// <summary>Every <c>go</c> on <c>PATH</c>, in the order of <c>PATH</c>; after a launcher, the GOROOT that it leads to.</summary>
/// <param name="launchers">Says what a <c>go</c> without a GOROOT around it is.</param>
internal sealed class SearchPathPlace(LauncherReader launchers) : IGoPlace
{
    private static readonly string[] s_windowsNames = ["go.exe", "go.cmd", "go.bat"];
    private static readonly string[] s_names = ["go"];

    public GoOrigin Origin => GoOrigin.SearchPath;

    public PlaceNote Note { get; } =
        new(
            ["$PATH/go"],
            "the GOROOT around it, around what its links lead to, or the one that a launcher starts; without any, what it is instead"
        );

    public IEnumerable<GoSighting> Look(HostMachine host)
    {
        var resolver = new LinkResolver();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var names = host.Platform.IsWindows ? s_windowsNames : s_names;
        foreach (var directory in host.SearchPath)
        {
            foreach (var name in names)
            {
                var file = Path.Join(directory, name);
                if (File.Exists(file) && seen.Add(file))
                {
                    foreach (var sighting in LookAt(file, resolver))
                    {
                        yield return sighting;
                    }
                }
            }
        }
    }

    private IEnumerable<GoSighting> LookAt(string file, LinkResolver resolver)
    {
        if (CommandRoot.Find(file, resolver) is { } root)
        {
            return [new GoSighting(root, file)];
        }

        var launcher = launchers.Explain(file);
        return launcher is { Doubt: GoVerdict.Launcher, LeadsTo: { } started } && GoRootShape.Is(started)
            ? [launcher, new GoSighting(started, file)]
            : [launcher];
    }
}
