using GoToolchain.Store;
using Microsoft.Build.Framework;
using TaskLoggingHelper = Microsoft.Build.Utilities.TaskLoggingHelper;

namespace GoToolchain.MSBuild.Building;

/// <summary>
/// Keeps two builds from doing the same at the same time. Within one build MSBuild sees to it that each request runs once; between builds of two
/// terminals, or of an IDE, nobody else does.
/// </summary>
internal static class JobLock
{
    // Tests and first downloads take long; who waits for longer than this has met a process that hangs.
    private static readonly TimeSpan s_patience = TimeSpan.FromHours(1);

    /// <summary>Waits for it.</summary>
    public static Task<ToolchainLock> AcquireAsync(GoJob job, HostMachine host, TaskLoggingHelper log, CancellationToken cancel) =>
        ToolchainLock.AcquireAsync(
            new StoreLayout(job.OutputDirectory),
            job.Name,
            host,
            s_patience,
            holder =>
                log.LogMessage(MessageImportance.High, "{0}", $"Waiting for another build that has to do with {job.Name} ({holder})."),
            cancel
        );
}
