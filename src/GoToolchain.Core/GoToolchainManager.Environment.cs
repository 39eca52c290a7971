using GoToolchain.Environments;
using GoToolchain.Environments.Places;

namespace GoToolchain;

public sealed partial class GoToolchainManager
{
    /// <summary>
    /// Explains what <c>go</c> would see in the environment of this host: each variable with its origin, PATH, and the start-up files behind them.
    /// Starts no process, writes nothing.
    /// </summary>
    /// <param name="spec">The Go whose view is wanted; null: what the project says, else any.</param>
    /// <param name="tools">Further names to look up on PATH, for example <c>gopls</c>.</param>
    /// <exception cref="GoToolchainException">The spec is none.</exception>
    public GoEnvironmentReport ExplainEnvironment(string? spec = null, params IEnumerable<string> tools)
    {
        ArgumentNullException.ThrowIfNull(tools);
        return EnvironmentExplanation.Create(Options.Host, Survey(spec).Used, tools);
    }

    /// <summary>
    /// Tries which directories this user may write to, and run programs in, by really doing so: those of the user, of the system and of Go. What is
    /// made is removed at once.
    /// </summary>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<IReadOnlyList<WritablePlace>> ProbePlacesAsync(CancellationToken cancel = default)
    {
        var go = GoConfiguration.Read(Options.Host, Survey().Used);
        var probe = new PlaceProbe(Options.Host);
        var places = new List<WritablePlace>();
        foreach (var (path, purposes) in PlaceCatalog.All(Options.Host, Settings.Store, go))
        {
            places.Add(await probe.TryAsync(path, purposes, cancel).ConfigureAwait(false));
        }

        return places;
    }
}
