namespace GoToolchain.Locating;

/// <summary>Looks for every Go on the machine. Starts no process, opens no socket.</summary>
/// <param name="host">The machine.</param>
/// <param name="store">The store: absolute; null: none.</param>
/// <param name="root">A GOROOT that the caller names; null: none.</param>
public sealed class GoLocator(HostMachine host, string? store = null, string? root = null)
{
    /// <summary>All candidates, in the order of <see cref="GoOrigin"/>; one tree found twice is one candidate.</summary>
    public IReadOnlyList<GoCandidate> Locate() => throw new NotImplementedException($"{host} {store} {root}");
}
