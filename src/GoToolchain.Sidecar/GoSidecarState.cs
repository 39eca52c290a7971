namespace GoToolchain.Sidecar;

/// <summary>Where a sidecar stands.</summary>
public enum GoSidecarState
{
    /// <summary>It does not run: it was not started yet, was stopped, or has ended by itself as its restart policy allows.</summary>
    Stopped,

    /// <summary>It is being started for the first time, and is not ready yet.</summary>
    Starting,

    /// <summary>It runs and does what it was asked to do before it counts as ready.</summary>
    Ready,

    /// <summary>It runs, but no longer answers its liveness probe; it is ended now.</summary>
    Unhealthy,

    /// <summary>It has ended, or did not become ready: it is started again, at once or after a pause.</summary>
    Restarting,

    /// <summary>It was asked to end.</summary>
    Stopping,

    /// <summary>It does not run and is not started again; <see cref="GoSidecarHost.LastFailure"/> says why.</summary>
    Failed,
}
