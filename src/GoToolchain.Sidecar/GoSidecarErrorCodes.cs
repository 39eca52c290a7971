namespace GoToolchain.Sidecar;

/// <summary>The codes of <see cref="GoSidecarException"/>. Each has a page under <c>docs/errors/</c>.</summary>
public static class GoSidecarErrorCodes
{
    /// <summary>The program of the sidecar is not beside the application.</summary>
    public const string ProgramMissing = "GOTC8001";

    /// <summary>The system refuses to start the program.</summary>
    public const string NotStarted = "GOTC8002";

    /// <summary>The sidecar was started, and was not ready in time or ended before.</summary>
    public const string NotReady = "GOTC8003";

    /// <summary>The sidecar has ended without being asked to.</summary>
    public const string Ended = "GOTC8004";

    /// <summary>The sidecar has failed so often in a row that it is not started again.</summary>
    public const string FailedTooOften = "GOTC8005";

    /// <summary>The sidecar no longer answers its liveness probe.</summary>
    public const string NotAlive = "GOTC8006";

    /// <summary>Somebody wants to talk to the sidecar, and it does not run or is not ready in time.</summary>
    public const string NotAvailable = "GOTC8007";

    /// <summary>There is no directory for a socket: none can be written, or each has too long a path.</summary>
    public const string NoSocketDirectory = "GOTC8008";

    /// <summary>The options of the sidecar make no sense.</summary>
    public const string InvalidOptions = "GOTC8009";
}
