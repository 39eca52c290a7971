namespace GoToolchain.Locating.Places;

/// <summary>The package <c>golang</c> of Termux on Android. Its variable <c>PREFIX</c> has a name that others use as well.</summary>
internal sealed class TermuxPlace : IGoPlace
{
    private const string Usual = "/data/data/com.termux/files/usr";

    public GoOrigin Origin => GoOrigin.Termux;

    public PlaceNote Note { get; } = new(["$PREFIX/lib/go", Usual + "/lib/go"], "`PREFIX` counts when `TERMUX_VERSION` is set");

    public IEnumerable<GoSighting> Look(HostMachine host)
    {
        var usual = host.Rooted(Usual);
        return host.Platform.IsWindows ? []
            : host.GetVariable("TERMUX_VERSION") is null ? LookIn(usual)
            : host.DirectoriesOf("PREFIX", usual).SelectMany(LookIn);
    }

    private static IEnumerable<GoSighting> LookIn(string prefix) => PlaceDirectory.IfThere(Path.Join(prefix, "lib", "go"));
}
