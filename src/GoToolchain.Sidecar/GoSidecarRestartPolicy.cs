namespace GoToolchain.Sidecar;

/// <summary>When a sidecar that has ended by itself is started again.</summary>
public enum GoSidecarRestartPolicy
{
    /// <summary>When it has failed: ended with another exit code than 0, by a signal, not ready in time, or no longer alive.</summary>
    OnFailure,

    /// <summary>Whenever it ends before it is asked to.</summary>
    Always,

    /// <summary>Not at all.</summary>
    Never,
}
