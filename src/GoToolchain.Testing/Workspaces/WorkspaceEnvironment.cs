namespace GoToolchain.Testing.Workspaces;

/// <summary>The Go settings of a workspace (<c>go help environment</c>).</summary>
internal static class WorkspaceEnvironment
{
    // Whatever may come from a developer's shell and change what a build does.
    private static readonly string[] s_removed =
    [
        "GOBIN",
        "GOARCH",
        "GOOS",
        "GOEXPERIMENT",
        "GODEBUG",
        "GO111MODULE",
        "GOPRIVATE",
        "GONOPROXY",
        "GONOSUMDB",
        "GOINSECURE",
        "CGO_CFLAGS",
        "CGO_LDFLAGS",
        "CGO_ENABLED",
    ];

    /// <summary>Creates the directory for a workspace and everything of its Go: for this user only, because programs are built and run in it.</summary>
    public static string CreateRoot(HostMachine host)
    {
        var root = Path.Combine(host.TempDirectory, $"go-workspace-{Guid.NewGuid():N}"[..21]);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(root);
        }
        else
        {
            Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return root;
    }

    public static void Fill(IDictionary<string, string?> variables, GoInstallation go, GoModuleProxy modules, string root)
    {
        foreach (var name in s_removed)
        {
            variables[name] = null;
        }

        variables["GOPATH"] = Path.Combine(root, "gopath");
        variables["GOMODCACHE"] = Path.Combine(root, "gomodcache");
        variables["GOENV"] = "off";
        variables["GOWORK"] = "off";
        variables["GOPROXY"] = modules.Proxy;
        variables["GOSUMDB"] = modules.ChecksumDatabase;
        // Go makes the module cache read-only, which would be in the way of removing it.
        variables["GOFLAGS"] = "-modcacherw";
        variables["GOTMPDIR"] = Path.Combine(root, "tmp");
        Directory.CreateDirectory(Path.Combine(root, "tmp"));
        if (!HasBuildCache(go.Host))
        {
            variables["GOCACHE"] = Path.Combine(go.Host.TempDirectory, "go-build");
        }
    }

    // Without any of these Go has no place for its build cache, and does not build (os.UserCacheDir).
    private static bool HasBuildCache(HostMachine host) =>
        host.GetVariable("GOCACHE") is not null
        || host.GetVariable(OperatingSystem.IsWindows() ? "LocalAppData" : "HOME") is not null
        || host.GetVariable("XDG_CACHE_HOME") is not null;
}
