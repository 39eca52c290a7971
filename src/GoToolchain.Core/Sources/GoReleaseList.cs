namespace GoToolchain.Sources;

/// <summary>What all sources together offer.</summary>
/// <param name="Releases">Newest first; the same version once for each source.</param>
/// <param name="Failures">The sources that could not answer, with the reason.</param>
public sealed record GoReleaseList(IReadOnlyList<GoRelease> Releases, IReadOnlyList<GoSourceFailure> Failures);
