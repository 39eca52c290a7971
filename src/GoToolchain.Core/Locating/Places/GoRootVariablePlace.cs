namespace GoToolchain.Locating.Places;

/// <summary>The environment variable <c>GOROOT</c>.</summary>
internal sealed class GoRootVariablePlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.GoRootVariable;

    public PlaceNote Note { get; } = new(["$GOROOT"], "whatever is there");

    public IEnumerable<GoSighting> Look(HostMachine host) => host.GetVariable("GOROOT") is { } root ? [NamedRoot.ToSighting(root)] : [];
}
