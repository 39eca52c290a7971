using GoToolchain.Inspection;
using GoToolchain.Locating.Places;
using GoToolchain.Store;

namespace GoToolchain.Locating;

/// <summary>Looks for every Go on the machine. Starts no process, opens no socket.</summary>
/// <param name="host">The machine.</param>
/// <param name="store">The store: absolute; null: none.</param>
/// <param name="root">A GOROOT that the caller names; null: none.</param>
public sealed class GoLocator(HostMachine host, string? store = null, string? root = null)
{
    private readonly IGoPlace[] _places =
    [
        new ExplicitPlace(root),
        new GoRootVariablePlace(),
        new StorePlace(store is null ? null : new StoreLayout(store)),
        new SearchPathPlace(),
        new OfficialInstallerPlace(),
        new DistributionPlace(),
        new GoDlPlace(),
        new HomeDirectoryPlace(),
    ];

    /// <summary>
    /// All candidates, in the order of <see cref="GoOrigin"/>; one tree found twice is one candidate, with every kind of place that led there.
    /// </summary>
    /// <returns>A usual place without a Go is no candidate; a place that somebody named (a caller, a variable, a link) is one whatever is there.</returns>
    public IReadOnlyList<GoCandidate> Locate()
    {
        var collector = new CandidateCollector(new GoRootInspector(host.Platform));
        foreach (var place in _places)
        {
            foreach (var sighting in place.Look(host))
            {
                collector.Add(place.Origin, sighting);
            }
        }

        return collector.Candidates;
    }
}
