namespace GoToolchain.Environments;

/// <summary>The directories of a user as Go's <c>os</c> package computes them: from variables alone, never from the user database.</summary>
internal static class GoUserDirectories
{
    // Before, a relative path was taken as it was (os/file.go).
    private const int FirstToRefuseRelative = 24;

    /// <summary>The home directory, as cmd/go takes it for GOPATH; null when its variable is not set.</summary>
    /// <param name="host">The machine.</param>
    public static string? Home(HostMachine host) => host.GetVariable(HomeVariable(host));

    /// <summary>The name of the variable that holds the home directory.</summary>
    /// <param name="host">The machine.</param>
    public static string HomeVariable(HostMachine host) => host.Platform.IsWindows ? "USERPROFILE" : "HOME";

    /// <summary>os.UserConfigDir.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="version">The Go that asks; null: the newest.</param>
    /// <param name="problem">Why there is none, as the end of a sentence.</param>
    public static string? Config(HostMachine host, GoVersion? version, out string problem) =>
        Find(host, version, "AppData", "/Library/Application Support", "XDG_CONFIG_HOME", "/.config", out problem);

    /// <summary>os.UserCacheDir.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="version">The Go that asks; null: the newest.</param>
    /// <param name="problem">Why there is none, as the end of a sentence.</param>
    public static string? Cache(HostMachine host, GoVersion? version, out string problem) =>
        Find(host, version, "LocalAppData", "/Library/Caches", "XDG_CACHE_HOME", "/.cache", out problem);

    private static string? Find(
        HostMachine host,
        GoVersion? version,
        string windows,
        string mac,
        string xdg,
        string unix,
        out string problem
    )
    {
        problem = "";
        switch (host.Platform.Os)
        {
            case "windows":
                problem = $"%{windows}% is not set";
                return host.GetVariable(windows);
            case "darwin" or "ios":
                problem = "$HOME is not set";
                return host.GetVariable("HOME") + mac is { } directory && directory != mac ? directory : null;
            default:
                if (host.GetVariable(xdg) is { } named)
                {
                    problem = $"the path in ${xdg} is relative";
                    return GoFilePath.IsAbsolute(named) || GoVariableTable.Minor(version) < FirstToRefuseRelative ? named : null;
                }

                problem = $"neither ${xdg} nor $HOME is set";
                return host.GetVariable("HOME") is { } home ? home + unix : null;
        }
    }
}
