using Microsoft.Extensions.Logging;

namespace GoToolchain.Recovery;

/// <summary>What repairs have to say to a log.</summary>
internal static partial class RepairLog
{
    [LoggerMessage(40, LogLevel.Warning, "The archive {File} is damaged or cannot be read; what can be had of it is used.")]
    public static partial void MaterialDamaged(ILogger logger, string file, Exception e);

    [LoggerMessage(41, LogLevel.Warning, "No source can serve Go {Version} for a repair.")]
    public static partial void SourcesFailed(ILogger logger, string version, Exception e);

    [LoggerMessage(42, LogLevel.Information, "Finishes the repair of {Root} that was interrupted.")]
    public static partial void Resumes(ILogger logger, string root);

    [LoggerMessage(43, LogLevel.Information, "Repaired {Root}: {Actions} actions, {Bytes} bytes.")]
    public static partial void Repaired(ILogger logger, string root, int actions, long bytes);

    [LoggerMessage(44, LogLevel.Debug, "Left in place for the next run: {Path}")]
    public static partial void LeftBehind(ILogger logger, string path, Exception e);
}
