namespace GoToolchain;

/// <summary>The codes of GoToolchain.Sidecar, which knows nothing of this library: in its <c>GoSidecarException.Code</c> they are text.</summary>
public static partial class GoErrorCodes
{
    /// <summary>The program of a sidecar is not beside the application.</summary>
    public static GoErrorCode HostedProgramMissing { get; } = new("GOTC8001", 2, "Program of the sidecar missing");

    /// <summary>The system refuses to start the program of a sidecar.</summary>
    public static GoErrorCode HostedNotStarted { get; } = new("GOTC8002", 3, "Hosted sidecar cannot be started");

    /// <summary>A sidecar was started, and was not ready in time or ended before.</summary>
    public static GoErrorCode HostedNotReady { get; } = new("GOTC8003", 3, "Hosted sidecar not ready");

    /// <summary>A sidecar has ended without being asked to.</summary>
    public static GoErrorCode HostedEnded { get; } = new("GOTC8004", 3, "Hosted sidecar has ended");

    /// <summary>A sidecar has failed so often in a row that it is not started again.</summary>
    public static GoErrorCode HostedFailedTooOften { get; } = new("GOTC8005", 3, "Hosted sidecar has failed too often");

    /// <summary>A sidecar no longer answers its liveness probe.</summary>
    public static GoErrorCode HostedNotAlive { get; } = new("GOTC8006", 3, "Hosted sidecar does not answer");

    /// <summary>Somebody wants to talk to a sidecar that does not run or is not ready in time.</summary>
    public static GoErrorCode HostedNotAvailable { get; } = new("GOTC8007", 3, "Hosted sidecar not available");

    /// <summary>There is no directory for the socket of a sidecar.</summary>
    public static GoErrorCode NoSocketDirectory { get; } = new("GOTC8008", 7, "No directory for a socket");

    /// <summary>The options of a sidecar make no sense.</summary>
    public static GoErrorCode InvalidSidecarOptions { get; } = new("GOTC8009", 64, "Sidecar options not understood");

    private static IReadOnlyList<GoErrorCode> Hosting =>
        [
            HostedProgramMissing,
            HostedNotStarted,
            HostedNotReady,
            HostedEnded,
            HostedFailedTooOften,
            HostedNotAlive,
            HostedNotAvailable,
            NoSocketDirectory,
            InvalidSidecarOptions,
        ];
}
