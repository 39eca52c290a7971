namespace GoToolchain.Sidecar;

/// <summary>A sidecar has gone from one state to another.</summary>
/// <param name="previous">The state before.</param>
/// <param name="current">The state now.</param>
/// <param name="failure">Why, when it is a failure.</param>
public sealed class GoSidecarStateChangedEventArgs(GoSidecarState previous, GoSidecarState current, GoSidecarException? failure) : EventArgs
{
    /// <summary>The state before.</summary>
    public GoSidecarState Previous { get; } = previous;

    /// <summary>The state now.</summary>
    public GoSidecarState Current { get; } = current;

    /// <summary>Why it is unhealthy, restarted or has failed; null when nothing went wrong.</summary>
    public GoSidecarException? Failure { get; } = failure;
}
