namespace GoToolchain.Sources;

/// <summary>A source that can look for one version without an index.</summary>
internal interface IExactSource : IGoSource
{
    /// <summary>Looks for the archive of a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="platform">The platform.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Null when nobody vouches for it.</returns>
    /// <exception cref="GoToolchainException">It may not be served.</exception>
    Task<GoRelease?> FindAsync(GoVersion version, GoPlatform platform, CancellationToken cancel);
}
