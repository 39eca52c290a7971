using Microsoft.Extensions.Logging;

namespace GoToolchain.Sources;

/// <summary>What the sources log.</summary>
internal static partial class SourceLog
{
    [LoggerMessage(2001, LogLevel.Debug, "apt's list of sources {File} cannot be read, so its entries are left out: {Reason}")]
    public static partial void AptFileUnreadable(ILogger logger, string file, string reason);

    [LoggerMessage(2002, LogLevel.Debug, "Run {Program} {Arguments}")]
    public static partial void RunProgram(ILogger logger, string program, string arguments);

    [LoggerMessage(2003, LogLevel.Warning, "apt could not refresh every index; those at hand are used. {Reason}")]
    public static partial void AptPartlyRefreshed(ILogger logger, string reason);

    [LoggerMessage(2004, LogLevel.Warning, "The package {File} does not have the SHA-256 of the signed index; it is fetched again")]
    public static partial void AptPackageDamaged(ILogger logger, string file);

    [LoggerMessage(2005, LogLevel.Debug, "The link {Link} leads to what none of the packages holds, so it is left out: {Target}")]
    public static partial void DanglingLink(ILogger logger, string link, string target);

    [LoggerMessage(2006, LogLevel.Warning, "The resumed download of {File} is not what it should be, so it begins anew: {Reason}")]
    public static partial void PartialPoisoned(ILogger logger, string file, string reason);

    [LoggerMessage(2007, LogLevel.Warning, "The archive kept in {File} is damaged, so it is removed and fetched again: {Reason}")]
    public static partial void KeptArchiveDamaged(ILogger logger, string file, string reason);
}
