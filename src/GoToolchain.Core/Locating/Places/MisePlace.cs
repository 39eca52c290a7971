namespace GoToolchain.Locating.Places;

/// <summary>
/// mise, and its old name rtx. A version is a GOROOT, in old releases with <c>go</c> around it; links such as <c>1.24</c> and <c>latest</c> lead to
/// versions. While one is being installed, its cache holds a file <c>incomplete</c> (jdx/mise, src/backend/mod.rs and src/plugins/core/go.rs).
/// </summary>
internal sealed class MisePlace : IGoPlace
{
    public GoOrigin Origin => GoOrigin.Mise;

    public PlaceNote Note { get; } =
        new(
            [
                "$MISE_INSTALLS_DIR/go/X.Y.Z",
                "$MISE_DATA_DIR/installs/go/X.Y.Z",
                "$XDG_DATA_HOME/mise/installs/go/X.Y.Z",
                "~/.local/share/mise/installs/go/X.Y.Z",
                "~/.local/share/mise/installs/go/X.Y.Z/go",
                "/usr/local/share/mise/installs/go/X.Y.Z",
                "$MISE_SYSTEM_DATA_DIR/installs/go/X.Y.Z",
                @"%LOCALAPPDATA%\mise\installs\go\X.Y.Z",
            ],
            "every directory in there; not complete while `go/X.Y.Z/incomplete` is in mise's cache"
        );

    public IEnumerable<GoSighting> Look(HostMachine host) => Installed(host);

    /// <summary>The directories in which mise keeps its data, shims among them.</summary>
    /// <param name="host">The machine.</param>
    public static IEnumerable<string> DataDirectories(HostMachine host)
    {
        IEnumerable<string> own = host.DirectoriesOf("MISE_DATA_DIR", Path.Join(DataHome(host), "mise"));
        return host.Platform.IsWindows
            ? own
            : own.Concat(host.DirectoriesOf("MISE_SYSTEM_DATA_DIR", host.Rooted("/usr/local/share/mise"))).Distinct(StringComparer.Ordinal);
    }

    /// <summary>What it has installed.</summary>
    /// <param name="host">The machine.</param>
    public static IEnumerable<GoSighting> Installed(HostMachine host)
    {
        var installs = DataDirectories(host).Select(data => Path.Join(data, "installs"));
        var named = host.DirectoryOf("MISE_INSTALLS_DIR");
        return (named is null ? installs : installs.Prepend(named).Distinct(StringComparer.Ordinal)).SelectMany(directory =>
            PlaceDirectory.Children(Path.Join(directory, "go"), static _ => true, version => ToSighting(host, version))
        );
    }

    private static GoSighting ToSighting(HostMachine host, string version)
    {
        var old = Path.Join(version, "go");
        var root = GoRootShape.Is(old) ? old : version;
        return File.Exists(Path.Join(CacheDirectory(host), "go", Path.GetFileName(version), "incomplete"))
            ? new GoSighting(root, root)
            {
                Doubt = GoVerdict.Incomplete,
                Reason = $"{root} was not installed to its end, as mise's cache says.",
            }
            : PlaceDirectory.ToSighting(root);
    }

    private static string DataHome(HostMachine host) =>
        host.DirectoryOf("XDG_DATA_HOME")
        ?? (host.Platform.IsWindows ? host.DirectoryOf("LOCALAPPDATA") ?? host.AtHome("AppData/Local") : host.AtHome(".local/share"));

    private static string CacheDirectory(HostMachine host) =>
        host.DirectoryOf("MISE_CACHE_DIR")
        ?? Path.Join(
            host.DirectoryOf("XDG_CACHE_HOME")
                ?? (
                    host.Platform.IsWindows ? host.TempDirectory
                    : host.Platform.Os == "darwin" ? host.AtHome("Library/Caches")
                    : host.AtHome(".cache")
                ),
            "mise"
        );
}
