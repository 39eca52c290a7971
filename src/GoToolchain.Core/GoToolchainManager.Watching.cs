using System.Globalization;
using GoToolchain.Locating;
using GoToolchain.Recovery.Repair;
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

    // A tree with links inside, which no manifest has, is restored as a whole; file by file they would be taken for what does not belong there.
    private async Task<string> HealAsync(string root, bool asWhole, CancellationToken cancel)
    {
        if (asWhole)
        {
            var restored = await RestoreSnapshotAsync(root, force: true, cancel: cancel).ConfigureAwait(false);
            return $"restored from snapshot {restored.Snapshot.Id} in {Milliseconds(restored.Duration)} ms.";
        }

        var options = new RepairOptions { Surroundings = false, Proof = null };
        var report = await RepairAsync(root, options, cancel).ConfigureAwait(false);
        if (!report.IsRepaired)
        {
            var failure = report.Actions.FirstOrDefault(a => a.Failure is not null);
            throw new GoToolchainException(
                failure?.Failure ?? GoErrorCodes.FilesNotToBeHad,
                failure?.Text
                    ?? (
                        report.Unavailable is [var first, ..]
                            ? $"{report.Unavailable.Count} files are nowhere to be had, the first {first}."
                            : "It is still not as it should be."
                    ),
                root,
                $"See `gotoolchain repair {root} --plan`."
            );
        }

        var actions = report.Actions.Count == 1 ? report.Actions[0].Text.TrimEnd('.') : $"{report.Actions.Count} steps";
        return $"{actions}, in {Milliseconds(report.Duration)} ms.";
    }

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
}
