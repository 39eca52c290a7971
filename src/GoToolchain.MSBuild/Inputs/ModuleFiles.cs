namespace GoToolchain.MSBuild.Inputs;

/// <summary>The files around the code that tell Go which modules to use (https://go.dev/ref/mod).</summary>
internal static class ModuleFiles
{
    /// <summary>The go.mod of the module that a directory belongs to, or null.</summary>
    public static string? FindGoMod(string directory) => FindUpwards(directory, "go.mod");

    /// <summary>The file of that name in a directory, or in the nearest one above it that has it, or null.</summary>
    public static string? FindUpwards(string directory, string name) =>
        Upwards(directory).Select(d => Path.Combine(d, name)).FirstOrDefault(File.Exists);

    /// <summary>All that Go looks at: the nearest go.mod and go.work with every place where a nearer one could appear, sums, and vendor/modules.txt.</summary>
    public static IEnumerable<string> Candidates(string directory, HostMachine host)
    {
        foreach (var file in UpTo(directory, "go.mod").Concat(Workspace(directory, host)))
        {
            yield return file;
        }

        if (EnvironmentFile(host) is { } environmentFile)
        {
            yield return environmentFile;
        }
    }

    /// <summary>What belongs to one go.mod.</summary>
    public static IEnumerable<string> Beside(string goMod)
    {
        var directory = Path.GetDirectoryName(goMod)!;
        return [goMod, Path.Combine(directory, "go.sum"), Path.Combine(directory, "vendor", "modules.txt")];
    }

    private static IEnumerable<string> Workspace(string directory, HostMachine host)
    {
        var named = host.GetVariable("GOWORK");
        return named switch
        {
            "off" => [],
            not null => [named, Path.ChangeExtension(named, ".work.sum")],
            null => UpTo(directory, "go.work").SelectMany(f => new[] { f, f + ".sum" }),
        };
    }

    private static IEnumerable<string> UpTo(string directory, string name)
    {
        foreach (var file in Upwards(directory).Select(d => Path.Combine(d, name)))
        {
            yield return file;
            if (File.Exists(file))
            {
                yield break;
            }
        }
    }

    // The file that `go env -w` writes (os.UserConfigDir()/go/env).
    private static string? EnvironmentFile(HostMachine host)
    {
        if (host.GetVariable("GOENV") is { } named)
        {
            return named == "off" ? null : named;
        }

        var configuration =
            host.Platform.IsWindows ? host.GetVariable("AppData")
            : host.Platform.Os == "darwin" ? Path.Combine(host.HomeDirectory, "Library", "Application Support")
            : host.GetVariable("XDG_CONFIG_HOME") ?? Path.Combine(host.HomeDirectory, ".config");
        return configuration is null ? null : Path.Combine(configuration, "go", "env");
    }

    /// <summary>A directory and all above it, the nearest first.</summary>
    public static IEnumerable<string> Upwards(string directory)
    {
        for (string? current = directory; current is not null; current = Path.GetDirectoryName(current))
        {
            yield return current;
        }
    }
}
