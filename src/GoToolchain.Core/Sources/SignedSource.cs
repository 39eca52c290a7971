using GoToolchain.Sources.Http;
using GoToolchain.Sources.Proxy;
using GoToolchain.Verification.OpenPgp;

namespace GoToolchain.Sources;

/// <summary>
/// A source whose archives have OpenPGP signatures beside them (<c>FILE.asc</c>), which have to fit. An archive without one is delivered as it is,
/// with the trust that it has.
/// </summary>
/// <param name="inner">The source.</param>
/// <param name="keyFile">The file with the key whose signatures count; null: the key of go.dev.</param>
/// <param name="host">The machine, for its clock.</param>
/// <param name="http">The client.</param>
internal sealed class SignedSource(IGoSource inner, string? keyFile, HostMachine host, GoHttp http) : IGoSource
{
    // Those of go.dev have 833 bytes.
    private const int MaxSignature = 1 << 16;

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public bool NeedsNetwork => inner.NeedsNetwork;

    /// <inheritdoc/>
    public Task<IReadOnlyList<GoRelease>> ListAsync(GoPlatform platform, CancellationToken cancel) => inner.ListAsync(platform, cancel);

    /// <inheritdoc/>
    public async Task<GoDelivery> DeliverAsync(GoRelease release, GoDeliveryContext context, CancellationToken cancel)
    {
        var key = keyFile is null ? PgpKey.Google() : PgpKey.Read(keyFile);
        var delivery = await inner.DeliverAsync(release, context, cancel).ConfigureAwait(false);
        var from = delivery.From + ".asc";
        if (await ReadSignatureAsync(from, cancel).ConfigureAwait(false) is not { } bytes)
        {
            return delivery;
        }

        var archive = Path.IsPathFullyQualified(delivery.From) ? delivery.From : Path.Combine(context.DownloadDirectory, release.FileName);
        var stream = new FileStream(archive, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
        await using (stream.ConfigureAwait(false))
        {
            var signature = new PgpDetachedSignature(bytes, from);
            var signer = await signature.VerifyAsync(stream, key, host.Clock.GetUtcNow(), cancel).ConfigureAwait(false);
            return delivery with { Trust = GoTrust.Signed, VouchedBy = $"OpenPGP key {signer} of {key.Fingerprint}" };
        }
    }

    private Task<byte[]?> ReadSignatureAsync(string from, CancellationToken cancel)
    {
        var slash = from.LastIndexOfAny(['/', Path.DirectorySeparatorChar]);
        var place = Path.IsPathFullyQualified(from)
            ? new ProxyDirectory(from[..slash])
            : ProxyPlaces.At(new Uri(from[..(slash + 1)]), http);
        return place.ReadAsync(from[(slash + 1)..], MaxSignature, cancel);
    }
}
