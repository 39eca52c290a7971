namespace GoToolchain.Sidecar;

/// <summary>How a sidecar is asked to end. One that does not is killed after <see cref="GoSidecarHostOptions.StopTimeout"/>.</summary>
public enum GoSidecarStopMethod
{
    /// <summary>By SIGTERM, as service managers do. On Windows, which has no such signal, its standard input is closed.</summary>
    Terminate,

    /// <summary>Its standard input is closed. It is for programs that watch it and have no handler for SIGTERM.</summary>
    CloseInput,
}
