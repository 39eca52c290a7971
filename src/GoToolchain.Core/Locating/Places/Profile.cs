namespace GoToolchain.Locating.Places;

/// <summary>Directories in which a package manager with a store gathers links to everything that is installed.</summary>
internal static class Profile
{
    /// <summary>The GOROOT of the <c>go</c> of each profile.</summary>
    /// <param name="store">Where all of them lead. When it is not there, nobody looks at them.</param>
    /// <param name="profiles">Absolute; they may be missing.</param>
    /// <param name="host">The machine.</param>
    public static IEnumerable<GoSighting> Look(string store, IEnumerable<string> profiles, HostMachine host)
    {
        if (host.Platform.IsWindows || !Directory.Exists(host.Rooted(store)))
        {
            yield break;
        }

        var resolver = new LinkResolver();
        foreach (var profile in profiles.Distinct(StringComparer.Ordinal))
        {
            var command = Path.Join(profile, "bin", "go");
            if (File.Exists(command) && CommandRoot.Find(command, resolver) is { } root)
            {
                yield return new GoSighting(root, command);
            }
        }
    }
}
