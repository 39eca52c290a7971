using GoToolchain.Store;
using GoToolchain.Verification;

namespace GoToolchain.Locating.Places;

/// <summary>Our store. Its receipts say how far each toolchain is trusted.</summary>
/// <param name="store">The store; null: none.</param>
internal sealed class StorePlace(StoreLayout? store) : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Store;

    public PlaceNote Note { get; } =
        new([], "the store of this product ([settings](settings.md)); its receipts say how far each is trusted");

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        store is null ? [] : PlaceDirectory.Children(store.Toolchains, IsToolchain, root => ToSighting(store, root));

    // Hidden names are never ours: a program that took the directory for a home has left its settings there.
    private static bool IsToolchain(ReadOnlySpan<char> name) => name is not ['.', ..];

    private static GoSighting ToSighting(StoreLayout store, string root)
    {
        var name = Path.GetFileName(root);
        var receipt = Receipt.Read(store.Receipt(name));
        return receipt?.Toolchain != name
            ? new GoSighting(root, root)
            : new GoSighting(root, root)
            {
                Trust = receipt.Trust,
                ArchiveDigest = Sha256Digest.TryParse(receipt.ArchiveSha256, out var digest) ? digest : null,
            };
    }
}
