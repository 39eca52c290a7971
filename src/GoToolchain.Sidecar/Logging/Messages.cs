using Microsoft.Extensions.Logging;

namespace GoToolchain.Sidecar.Logging;

/// <summary>What is written to the log.</summary>
internal static partial class Messages
{
    [LoggerMessage(1, LogLevel.Information, "{Line}")]
    public static partial void Line(this ILogger logger, string line);

    [LoggerMessage(2, LogLevel.Error, "{Line}")]
    public static partial void LastWords(this ILogger logger, string line);

    [LoggerMessage(10, LogLevel.Information, "Sidecar {Sidecar} started as process {ProcessId}: {Program}")]
    public static partial void Started(this ILogger logger, string sidecar, int processId, string program);

    [LoggerMessage(11, LogLevel.Information, "Sidecar {Sidecar} is ready after {Milliseconds} ms.")]
    public static partial void Ready(this ILogger logger, string sidecar, long milliseconds);

    [LoggerMessage(12, LogLevel.Warning, "Sidecar {Sidecar} is started again in {Milliseconds} ms (restart {Restart} in a row). {Reason}")]
    public static partial void Restarting(this ILogger logger, string sidecar, long milliseconds, int restart, string reason);

    [LoggerMessage(13, LogLevel.Error, "Sidecar {Sidecar} has failed and is not started again. {Reason}")]
    public static partial void Failed(this ILogger logger, string sidecar, string reason);

    [LoggerMessage(14, LogLevel.Information, "Sidecar {Sidecar} has ended with exit code {ExitCode}.")]
    public static partial void Ended(this ILogger logger, string sidecar, int exitCode);

    [LoggerMessage(15, LogLevel.Warning, "Sidecar {Sidecar} did not end within {Seconds} s and is killed.")]
    public static partial void Killed(this ILogger logger, string sidecar, double seconds);

    [LoggerMessage(
        16,
        LogLevel.Warning,
        "There is no /bin/sh here, so nothing ends sidecar {Sidecar} when this process is killed, unless it watches its standard input."
    )]
    public static partial void Unguarded(this ILogger logger, string sidecar);

    [LoggerMessage(17, LogLevel.Warning, "Sidecar {Sidecar} does not answer its liveness probe ({Failures} of {Limit}): {Reason}")]
    public static partial void NotAlive(this ILogger logger, string sidecar, int failures, int limit, string reason);

    [LoggerMessage(18, LogLevel.Error, "A handler of GoSidecarHost.StateChanged of sidecar {Sidecar} has thrown.")]
    public static partial void HandlerFailed(this ILogger logger, string sidecar, Exception exception);
}
