using GoToolchain.Store;

namespace GoToolchain.Locating.Places;

/// <summary>Our store. Its receipts say how far each toolchain is trusted.</summary>
/// <param name="store">The store; null: none.</param>
internal sealed class StorePlace(StoreLayout? store) : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Store;

    public PlaceNote Note { get; } =
        new([], "the store of this product ([settings](settings.md)); its receipts say how far each is trusted");

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        store is null ? [] : PlaceDirectory.Children(store.Toolchains, static _ => true, root => ToSighting(store, root));

    private static GoSighting ToSighting(StoreLayout store, string root)
    {
        var name = Path.GetFileName(root);
        var receipt = Receipt.Read(store.Receipt(name));
        return new GoSighting(root, root) { Trust = receipt?.Toolchain == name ? receipt.Trust : GoTrust.Unverified };
    }
}
