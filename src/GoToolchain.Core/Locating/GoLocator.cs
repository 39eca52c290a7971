using GoToolchain.Inspection;
using GoToolchain.Locating.Launchers;
using GoToolchain.Locating.Places;
using GoToolchain.Store;

namespace GoToolchain.Locating;

/// <summary>Looks for every Go on the machine. Starts no process, opens no socket.</summary>
/// <param name="host">The machine.</param>
/// <param name="store">The store: absolute; null: none.</param>
/// <param name="root">A GOROOT that the caller names; null: none.</param>
/// <param name="projectDirectory">
/// From here upwards the shims of version managers find the files that choose a version: absolute; null: only what they say for the whole machine counts.
/// </param>
public sealed class GoLocator(HostMachine host, string? store = null, string? root = null, string? projectDirectory = null)
{
    /// <summary>All places, in the order in which they are looked at.</summary>
    internal IReadOnlyList<IGoPlace> Places { get; } =
    [
        new ExplicitPlace(root),
        new GoRootVariablePlace(),
        new StorePlace(store is null ? null : new StoreLayout(store)),
        new SearchPathPlace(new LauncherReader(host, projectDirectory)),
        new OfficialInstallerPlace(),
        new DistributionPlace(),
        new GoDlPlace(),
        new HomeDirectoryPlace(),
        new HomebrewPlace(),
        new MacPortsPlace(),
        new SnapPlace(),
        new ScoopPlace(),
        new ModuleCachePlace(),
        new GoenvPlace(),
        new GvmPlace(),
        new VoidintGPlace(),
        new StefanmaricGPlace(),
        new AsdfPlace(),
        new MisePlace(),
        new ProtoPlace(),
        new ToolCachePlace(),
        new GimmePlace(),
        new MvnGolangPlace(),
        new GogradlePlace(),
        new PkgxPlace(),
        new HermitPlace(),
        new VfoxPlace(),
        new NixPlace(),
        new GuixPlace(),
        new CondaPlace(),
        new TermuxPlace(),
        new IdePlace(),
    ];

    /// <summary>
    /// All candidates, in the order of <see cref="GoOrigin"/>; one tree found twice is one candidate, with every kind of place that led there.
    /// </summary>
    /// <returns>A usual place without a Go is no candidate; a place that somebody named (a caller, a variable, a link) is one whatever is there.</returns>
    public IReadOnlyList<GoCandidate> Locate() => Locate(Places);

    /// <summary>Only what is in one place: for those who need no other answer, so that no time is spent on the rest of the machine.</summary>
    /// <param name="origin">The kind of place.</param>
    internal IReadOnlyList<GoCandidate> LocateIn(GoOrigin origin) => Locate(Places.Where(p => p.Origin == origin));

    private IReadOnlyList<GoCandidate> Locate(IEnumerable<IGoPlace> places)
    {
        var collector = new CandidateCollector(new GoRootInspector(host.Platform), host.Platform);
        foreach (var place in places)
        {
            foreach (var sighting in place.Look(host))
            {
                collector.Add(place.Origin, sighting);
            }
        }

        return collector.Candidates;
    }
}
