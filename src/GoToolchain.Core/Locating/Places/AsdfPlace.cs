namespace GoToolchain.Locating.Places;

/// <summary>asdf, with the plugin asdf-golang (its bin/install) under either of its names.</summary>
internal sealed class AsdfPlace : IGoPlace
{
    private static readonly string[] s_plugins = ["golang", "go"];

    public GoOrigin Origin => GoOrigin.Asdf;

    public PlaceNote Note { get; } =
        new(
            [
                "$ASDF_DATA_DIR/installs/golang/X.Y.Z/go",
                "$ASDF_DIR/installs/golang/X.Y.Z/go",
                "~/.asdf/installs/golang/X.Y.Z/go",
                "~/.asdf/installs/go/X.Y.Z/go",
            ],
            "every directory in there"
        );

    public IEnumerable<GoSighting> Look(HostMachine host) => DataDirectories(host).SelectMany(Installed);

    /// <summary>The directories in which asdf may keep what it installs.</summary>
    /// <param name="host">The machine.</param>
    public static IEnumerable<string> DataDirectories(HostMachine host) =>
        host.DirectoriesOf("ASDF_DATA_DIR", host.AtHome(".asdf"))
            .Concat(host.DirectoryOf("ASDF_DIR") is { } code ? [code] : Array.Empty<string>())
            .Distinct(StringComparer.Ordinal);

    /// <summary>What it has installed.</summary>
    /// <param name="data">One of <see cref="DataDirectories"/>.</param>
    public static IEnumerable<GoSighting> Installed(string data)
    {
        var installs = Path.Join(data, "installs");
        return Directory.Exists(installs)
            ? s_plugins.SelectMany(plugin => PlaceDirectory.Children(Path.Join(installs, plugin), static _ => true, "go"))
            : [];
    }
}
