namespace GoToolchain.Locating.Places;

/// <summary>
/// Toolchains that <c>go</c> fetched for itself (GOTOOLCHAIN), as modules. While one is being unpacked, a file <c>VERSION.partial</c> is in the download
/// cache (cmd/go/internal/toolchain/select.go and internal/modfetch/cache.go).
/// </summary>
internal sealed class ModuleCachePlace : IGoPlace
{
    private const string Prefix = "toolchain@v0.0.1-go";

    public GoOrigin Origin => GoOrigin.ModuleCache;

    public PlaceNote Note { get; } =
        new(
            [
                "$GOMODCACHE/golang.org/toolchain@v0.0.1-goX.Y.Z.OS-ARCH",
                "$GOPATH/pkg/mod/golang.org/toolchain@v0.0.1-goX.Y.Z.OS-ARCH",
                "~/go/pkg/mod/golang.org/toolchain@v0.0.1-goX.Y.Z.OS-ARCH",
            ],
            "the name of the module; not complete while `cache/download/golang.org/toolchain/@v/….partial` is there. What `go env -w` has set is not read"
        );

    public IEnumerable<GoSighting> Look(HostMachine host) => Caches(host).Distinct(StringComparer.Ordinal).SelectMany(LookIn);

    private static IEnumerable<string> Caches(HostMachine host)
    {
        if (host.DirectoryOf("GOMODCACHE") is { } cache)
        {
            yield return cache;
        }

        // GOPATH is a list, of which Go downloads to the first.
        foreach (var path in (host.GetVariable("GOPATH") ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified).Take(1))
        {
            yield return Path.Join(path, "pkg", "mod");
        }

        yield return host.AtHome("go/pkg/mod");
    }

    private static IEnumerable<GoSighting> LookIn(string cache) =>
        PlaceDirectory.Children(
            Path.Join(cache, "golang.org"),
            static name => GoNames.IsVersion(name, Prefix),
            root => ToSighting(cache, root)
        );

    private static GoSighting ToSighting(string cache, string root)
    {
        var version = Path.GetFileName(root)["toolchain@".Length..];
        return File.Exists(Path.Join(cache, "cache", "download", "golang.org", "toolchain", "@v", version + ".partial"))
            ? new GoSighting(root, root)
            {
                Doubt = GoVerdict.Incomplete,
                Reason = $"{root} is being unpacked by go, or was not unpacked to its end: {version}.partial is in the download cache.",
            }
            : PlaceDirectory.ToSighting(root);
    }
}
