using GoToolchain.Locating;
using GoToolchain.Recovery.Watching;

namespace GoToolchain;

public sealed partial class GoToolchainManager
{
    /// <summary>
    /// Prepares to watch a GOROOT. What it should be is known for a toolchain of the store from its manifest; for all others it is what they are when
    /// watching begins.
    /// </summary>
    /// <param name="spec">Which: a version, or <c>path:DIR</c>, which need not be usable, nor there; null: the one that would be used.</param>
    /// <param name="options">How; null: as usual.</param>
    /// <exception cref="GoToolchainException">There is no such Go.</exception>
    public GoRootWatcher Watch(string? spec = null, GoWatchOptions? options = null)
    {
        var wanted = Resolve(spec);
        var root =
            NamedRoot(wanted)
            ?? Find(wanted, Settings.Preference)?.Root
            ?? throw MissingGo.NotFound(wanted, PlaceOf(spec), WhyNot(wanted, Settings.Preference), offers: null);
        root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        return new GoRootWatcher(new WatchedRoot(root, this, _layout, HealAsync), options ?? new GoWatchOptions());
    }

    private async Task<string> HealAsync(string root, CancellationToken cancel)
    {
        var restored = await RestoreSnapshotAsync(root, force: true, cancel: cancel).ConfigureAwait(false);
        return $"restored from snapshot {restored.Snapshot.Id} in {restored.Duration.TotalMilliseconds:0} ms.";
    }
}
