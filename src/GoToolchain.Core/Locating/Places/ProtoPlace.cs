namespace GoToolchain.Locating.Places;

/// <summary>proto (moonrepo/proto).</summary>
internal sealed class ProtoPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Proto;

    public PlaceNote Note { get; } = new(["$PROTO_HOME/tools/go/X.Y.Z", "~/.proto/tools/go/X.Y.Z"], "a directory that begins with a digit");

    public IEnumerable<GoSighting> Look(HostMachine host) => Homes(host).SelectMany(Installed);

    /// <summary>The directories in which proto keeps everything.</summary>
    /// <param name="host">The machine.</param>
    public static IEnumerable<string> Homes(HostMachine host) => host.DirectoriesOf("PROTO_HOME", host.AtHome(".proto"));

    /// <summary>What it has installed.</summary>
    /// <param name="home">One of <see cref="Homes"/>.</param>
    public static IEnumerable<GoSighting> Installed(string home) =>
        PlaceDirectory.Children(Path.Join(home, "tools", "go"), static name => char.IsAsciiDigit(name[0]));
}
