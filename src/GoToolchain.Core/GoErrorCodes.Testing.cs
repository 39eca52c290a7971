namespace GoToolchain;

/// <summary>The codes of the test kit.</summary>
public static partial class GoErrorCodes
{
    /// <summary>The program of a sidecar is not there, or cannot be started.</summary>
    public static GoErrorCode SidecarNotStarted { get; } = new("GOTC3060", 2, "Sidecar cannot be started");

    /// <summary>A sidecar was started, and is not ready at the deadline, or ended before.</summary>
    public static GoErrorCode SidecarNotReady { get; } = new("GOTC3061", 1, "Sidecar not ready");

    /// <summary>A sidecar did not print the line that a test waits for.</summary>
    public static GoErrorCode SidecarLineMissing { get; } = new("GOTC3062", 1, "Sidecar did not print the line");

    /// <summary>No free port was found for a sidecar, or it was taken each time before the sidecar had it.</summary>
    public static GoErrorCode NoFreePort { get; } = new("GOTC3063", 1, "No free port");

    /// <summary>A <c>go</c> of a workspace did not end in the time that it has.</summary>
    public static GoErrorCode GoRunTimedOut { get; } = new("GOTC3064", 1, "go did not end in time");

    /// <summary>A Go library cannot be loaded into the test process.</summary>
    public static GoErrorCode LibraryNotLoaded { get; } = new("GOTC3065", 1, "Go library cannot be loaded");

    /// <summary>A Go library has no such export.</summary>
    public static GoErrorCode ExportMissing { get; } = new("GOTC3066", 1, "Export not found");

    private static IReadOnlyList<GoErrorCode> Testing =>
        [SidecarNotStarted, SidecarNotReady, SidecarLineMissing, NoFreePort, GoRunTimedOut, LibraryNotLoaded, ExportMissing];
}
