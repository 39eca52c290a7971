using GoToolchain.Environments.Search;

namespace GoToolchain.Environments.Places;

/// <summary>
/// The directories that a user, and Go, may want to write to: those of the XDG Base Directory Specification, of the Filesystem Hierarchy Standard,
/// and those that the variables of Go name.
/// </summary>
internal static class PlaceCatalog
{
    /// <summary>The directories, each once, with all that it is for.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="store">Our store.</param>
    /// <param name="go">The configuration of Go.</param>
    public static IReadOnlyList<(string Path, IReadOnlyList<string> Purposes)> All(HostMachine host, string store, GoConfiguration go)
    {
        var places = new List<(string Path, List<string> Purposes)>();
        foreach (var (purpose, path) in System(host).Concat(Go(host, go)).Append(("the store", store)))
        {
            if (path.Length == 0 || path == "off")
            {
                continue;
            }

            var known = places.FirstOrDefault(p => p.Path == path);
            if (known.Purposes is null)
            {
                places.Add((path, [purpose]));
            }
            else if (!known.Purposes.Contains(purpose))
            {
                known.Purposes.Add(purpose);
            }
        }

        return [.. places.Select(p => (p.Path, (IReadOnlyList<string>)p.Purposes))];
    }

    /// <summary>Those that Go writes to.</summary>
    /// <param name="host">The machine.</param>
    /// <param name="go">The configuration of Go.</param>
    public static IEnumerable<(string Purpose, string Path)> Go(HostMachine host, GoConfiguration go)
    {
        var values = new GoVariableValues(go);
        yield return ("GOCACHE", values.Of("GOCACHE"));
        yield return ("GOMODCACHE", values.Of("GOMODCACHE"));
        foreach (var path in GoFilePath.SplitList(values.Of("GOPATH")))
        {
            yield return ("GOPATH", path);
        }

        yield return ("go install", InstallDirectoryRules.Of(go).Path ?? "");
        yield return go.Get("GOTMPDIR") is { Length: > 0 } temporary ? ("GOTMPDIR", temporary) : ("temporary files", host.TempDirectory);
    }

    private static IEnumerable<(string Purpose, string Path)> System(HostMachine host)
    {
        yield return ("home", host.HomeDirectory);
        yield return ("temporary files", host.TempDirectory);
        if (host.Platform.IsWindows)
        {
            yield return ("LOCALAPPDATA", host.GetVariable("LOCALAPPDATA") ?? "");
            yield return ("APPDATA", host.GetVariable("APPDATA") ?? "");
            yield return ("ProgramFiles", host.GetVariable("ProgramFiles") ?? "");
            yield break;
        }

        (string Variable, string Below)[] specified =
        [
            ("XDG_DATA_HOME", ".local/share"),
            ("XDG_CONFIG_HOME", ".config"),
            ("XDG_CACHE_HOME", ".cache"),
            ("XDG_STATE_HOME", ".local/state"),
        ];
        foreach (var (variable, below) in specified)
        {
            yield return (variable, host.GetVariable(variable) ?? Path.Combine(host.HomeDirectory, below));
        }

        yield return ("XDG_RUNTIME_DIR", host.GetVariable("XDG_RUNTIME_DIR") ?? "");
        yield return ("programs of this user", Path.Combine(host.HomeDirectory, ".local", "bin"));
        yield return ("programs of this user", Path.Combine(host.HomeDirectory, "bin"));
        yield return ("programs of this machine", host.Rooted("/usr/local"));
        yield return ("add-on packages", host.Rooted("/opt"));
        yield return ("temporary files that stay", host.Rooted("/var/tmp"));
        if (host.Platform.Os == "linux")
        {
            yield return ("shared memory", host.Rooted("/dev/shm"));
        }
    }
}
