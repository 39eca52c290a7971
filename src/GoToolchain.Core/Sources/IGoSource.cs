namespace GoToolchain.Sources;

/// <summary>Someone who serves Go releases.</summary>
public interface IGoSource
{
    /// <summary>The name in settings and messages: <c>go.dev</c>, <c>apt</c>, a URL or a directory.</summary>
    string Name { get; }

    /// <summary>Needs the network, so that it must not be asked when offline.</summary>
    bool NeedsNetwork { get; }

    /// <summary>The releases that this source offers for a platform, in no particular order.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="GoToolchainException">It cannot be reached or sends something else (<c>GOTC2002</c>, <c>GOTC2003</c>).</exception>
    Task<IReadOnlyList<GoRelease>> ListAsync(GoPlatform platform, CancellationToken cancel);

    /// <summary>
    /// Puts the complete tree of a release, verified, into <see cref="GoDeliveryContext.StagingDirectory"/>, and nothing anywhere else but in
    /// <see cref="GoDeliveryContext.DownloadDirectory"/>.
    /// </summary>
    /// <param name="release">One that <see cref="ListAsync"/> returned.</param>
    /// <param name="context">Where to put it.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="GoToolchainException">It cannot be served, or is not what was promised (<c>GOTC2002</c> to <c>GOTC2008</c>).</exception>
    Task<GoDelivery> DeliverAsync(GoRelease release, GoDeliveryContext context, CancellationToken cancel);
}
