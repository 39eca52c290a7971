namespace GoToolchain.Locating.Places;

/// <summary>The GOROOT that the caller names.</summary>
/// <param name="root">Null: none.</param>
internal sealed class ExplicitPlace(string? root) : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Explicit;

    public PlaceNote Note { get; } = new([], "what `path:DIR` or the caller says, whatever is there");

    public IEnumerable<GoSighting> Look(HostMachine host) => root is null ? [] : [NamedRoot.ToSighting(root)];
}
