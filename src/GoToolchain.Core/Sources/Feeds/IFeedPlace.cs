using GoToolchain.Store;
using GoToolchain.Verification;

namespace GoToolchain.Sources.Feeds;

/// <summary>One place that a feed is served from: a site, or a directory.</summary>
internal interface IFeedPlace
{
    /// <summary>Where it is, for messages: without passwords.</summary>
    string Address { get; }

    /// <summary>Needs the network.</summary>
    bool NeedsNetwork { get; }

    /// <summary>Reads the index.</summary>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="GoToolchainException">It cannot be had, or is none (<c>GOTC2002</c>, <c>GOTC2003</c>).</exception>
    Task<FeedIndex> ReadIndexAsync(CancellationToken cancel);

    /// <summary>Reads the <c>.sha256</c> beside an archive.</summary>
    /// <param name="fileName">The archive.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="GoToolchainException">It cannot be had, or is none (<c>GOTC2002</c>, <c>GOTC2003</c>).</exception>
    Task<Sha256Digest> ReadDigestAsync(string fileName, CancellationToken cancel);

    /// <summary>Asks whether an archive is there, and fetches no more of it than its first byte.</summary>
    /// <param name="fileName">The archive.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="GoToolchainException">It cannot be had.</exception>
    Task ProbeAsync(string fileName, CancellationToken cancel);

    /// <summary>Fetches an archive, and unpacks it.</summary>
    /// <param name="release">The release, with its digest.</param>
    /// <param name="context">Where to put it.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The unpacked archive, and where it came from.</returns>
    /// <exception cref="GoToolchainException">It cannot be had, or is not what was promised.</exception>
    Task<(ReceivedArchive Archive, string From)> ReceiveAsync(GoRelease release, GoDeliveryContext context, CancellationToken cancel);
}
