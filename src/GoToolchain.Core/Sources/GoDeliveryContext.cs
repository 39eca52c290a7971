using Microsoft.Extensions.Logging;

namespace GoToolchain.Sources;

/// <summary>What a source is given to deliver into.</summary>
/// <param name="StagingDirectory">An empty directory of our own, on the volume of the store. The source creates the tree in it.</param>
/// <param name="DownloadDirectory">Where verified archives, and partial ones, are kept.</param>
/// <param name="Progress">Where to report.</param>
/// <param name="Logger">Where to log.</param>
public sealed record GoDeliveryContext(string StagingDirectory, string DownloadDirectory, IProgress<GoProgress> Progress, ILogger Logger)
{
    /// <summary>What no build needs (<c>api/</c>, <c>doc/</c>, <c>test/</c>) may be left out; what comes of it all the same is removed.</summary>
    public bool IsLean { get; init; }
}
