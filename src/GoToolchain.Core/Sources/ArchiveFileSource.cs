namespace GoToolchain.Sources;

/// <summary>One archive on this machine.</summary>
internal sealed class ArchiveFileSource(string file) : IGoSource
{
    public GoRelease Release => throw new NotImplementedException(Name);
    public string Name => file;
    public bool NeedsNetwork => false;

    public Task<IReadOnlyList<GoRelease>> ListAsync(GoPlatform platform, CancellationToken cancel) => throw new NotImplementedException();

    public Task<GoDelivery> DeliverAsync(GoRelease release, GoDeliveryContext context, CancellationToken cancel) =>
        throw new NotImplementedException();
}
