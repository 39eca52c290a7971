namespace GoToolchain.Locating.Places;

/// <summary>hermit (cashapp/hermit): its state directory is a cache of the user.</summary>
internal sealed class HermitPlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Hermit;

    public PlaceNote Note { get; } =
        new(["$HERMIT_STATE_DIR/pkg/go-X.Y.Z", "$XDG_CACHE_HOME/hermit/pkg/go-X.Y.Z", "~/.cache/hermit/pkg/go-X.Y.Z"], "the package `go`");

    public IEnumerable<GoSighting> Look(HostMachine host) =>
        StateDirectories(host)
            .SelectMany(state =>
                PlaceDirectory.Children(
                    Path.Join(state, "pkg"),
                    static name => GoNames.IsVersion(name, "go-") || name.StartsWith("go@", StringComparison.Ordinal)
                )
            );

    /// <summary>The directories in which hermit keeps packages.</summary>
    /// <param name="host">The machine.</param>
    public static IEnumerable<string> StateDirectories(HostMachine host) =>
        host.DirectoriesOf(
            "HERMIT_STATE_DIR",
            Path.Join(
                host.DirectoryOf("XDG_CACHE_HOME") ?? host.AtHome(host.Platform.Os == "darwin" ? "Library/Caches" : ".cache"),
                "hermit"
            )
        );
}
