namespace GoToolchain.Sources;

/// <summary>
/// A source that keeps an index on this machine and asks for a new one only from time to time. When nothing in its list fits, the caller
/// may ask for a fresh index and list again.
/// </summary>
internal interface IRefreshableSource : IGoSource
{
    /// <summary>Fetches the index when the one at hand is older than that.</summary>
    /// <param name="maxAge">An index younger than this will do.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>False when the index at hand was young enough, so that listing again would say the same.</returns>
    /// <exception cref="GoToolchainException">It cannot be fetched, and there is none at hand (<c>GOTC2002</c>).</exception>
    Task<bool> RefreshAsync(TimeSpan maxAge, CancellationToken cancel);
}
